/**
 * How the portal is dressed: one style sheet, made of the files in {@code static/css},
 * that browsers keep for as long as it stays the same, and what a person chose of it.
 */
@NullMarked
package io.slipway.ui.style;

import org.jspecify.annotations.NullMarked;
