package io.slipway.workflow.history;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The time in which somebody had a work item in hand.
 *
 * @param from since when, UTC
 * @param to until when, UTC; null if it is still so
 */
public record Holding(String userName, Instant from, @Nullable Instant to) {
}
