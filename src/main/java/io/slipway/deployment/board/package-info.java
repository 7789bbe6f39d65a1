/**
 * The page of a run: what happens now, what comes next, what blocks, what is late, and
 * whether it ends in its window.
 */
@NamedInterface("board")
@NullMarked
package io.slipway.deployment.board;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
