/**
 * The change advisory board: its meetings and their minutes.
 */
@NullMarked
package io.slipway.change.board;

import org.jspecify.annotations.NullMarked;
