package io.slipway.deployment.environment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to have an environment to themselves: it waits in the order of the
 * queue, is held, and ends.
 *
 * @param releaseKey the release that it is for; null if it is for none
 * @param askedAt when it was asked for, UTC
 * @param held whether it is held now; null otherwise
 * @param queued whether it is held or waits; null once it ended
 * @param heldAt since when it is held, UTC
 * @param endedAt when it was given back, or given up, UTC
 */
public record EnvironmentHold(long id, String environment, @Nullable String releaseKey, String purpose, String askedBy,
        Instant askedAt, @Nullable Boolean held, @Nullable Boolean queued, @Nullable Instant heldAt,
        @Nullable Instant endedAt, @Nullable String endedBy, @Nullable String endReason) {

    /** Whether it is held, not waiting. */
    public boolean holding() {
        return Boolean.TRUE.equals(this.held);
    }

    /** Whether it has not ended. */
    public boolean open() {
        return Boolean.TRUE.equals(this.queued);
    }

}
