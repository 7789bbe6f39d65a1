package io.slipway.deployment.parallel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One comparison of both systems.
 *
 * @param number counts the cycles of a run, from 1
 * @param nextAt when the one after it is due, UTC
 * @param closedAt null while it is open
 * @param clean whether nothing was apart above its tolerance; null while it is open
 */
public record Cycle(long id, long runId, String releaseKey, int number, Instant openedAt, Instant nextAt,
        @Nullable Instant closedAt, @Nullable String closedBy, @Nullable Boolean clean, @Nullable String note) {
}
