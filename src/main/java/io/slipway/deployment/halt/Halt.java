package io.slipway.deployment.halt;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One time that a running deployment was held because the line was stopped.
 *
 * @param releaseKey key of the release
 * @param at since when it was held, UTC
 * @param stoppedBy user name of who stopped the line
 * @param stoppedAt when that was, UTC
 * @param reason why the line was stopped
 * @param endedAt until when it was held, UTC; null while it is
 * @param ended what became of it: {@code WENT_ON} or {@code ROLLED_BACK}
 */
public record Halt(String releaseKey, Instant at, String stoppedBy, Instant stoppedAt, String reason,
        @Nullable Instant endedAt, @Nullable String ended) {
}
