/**
 * The waves of a plan on its pages: typed row by row, and drawn on a time axis.
 */
@NullMarked
package io.slipway.planning.editor;

import org.jspecify.annotations.NullMarked;
