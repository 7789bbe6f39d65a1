/**
 * The pages about meetings of the change advisory board.
 */
@NullMarked
package io.slipway.change.board.web;

import org.jspecify.annotations.NullMarked;
