/**
 * Plans that people saved for others to begin with, in versions.
 */
@NullMarked
package io.slipway.planning.template;

import org.jspecify.annotations.NullMarked;
