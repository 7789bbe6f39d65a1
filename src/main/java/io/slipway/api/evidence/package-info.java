/**
 * Evidence and gates for tools: reports taken, and what the gates say.
 */
@NullMarked
package io.slipway.api.evidence;

import org.jspecify.annotations.NullMarked;
