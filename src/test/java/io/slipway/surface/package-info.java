/**
 * The whole surface of the portal: every address that it answers, in every state and to
 * everybody. What it looks at comes from the running portal, so that nothing can be
 * forgotten.
 */
@NullMarked
package io.slipway.surface;

import org.jspecify.annotations.NullMarked;
