package io.slipway.schedule.stop;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One time that the line was stopped.
 *
 * @param stoppedAt when, UTC
 * @param releaseReason why it was released; null while it is stopped
 * @param releasedAt when, UTC
 */
public record StopDetails(long id, String reason, String stoppedBy, Instant stoppedAt, @Nullable String releaseReason,
        @Nullable String releasedBy, @Nullable Instant releasedAt) {
}
