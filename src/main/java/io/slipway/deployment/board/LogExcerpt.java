package io.slipway.deployment.board;

import java.time.Instant;

import io.slipway.deployment.pipeline.AttemptState;

/**
 * The last of what a tool wrote while it did a step.
 *
 * @param state how far the tool is
 * @param orderedAt when it was told to, UTC
 * @param text the last lines, without secrets
 */
public record LogExcerpt(String pipeline, AttemptState state, Instant orderedAt, String text) {
}
