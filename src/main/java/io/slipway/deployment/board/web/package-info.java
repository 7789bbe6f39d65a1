/**
 * The pages of runs.
 */
@NullMarked
package io.slipway.deployment.board.web;

import org.jspecify.annotations.NullMarked;
