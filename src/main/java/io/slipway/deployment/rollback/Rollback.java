package io.slipway.deployment.rollback;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What was taken back of a release at one time.
 *
 * @param runId the run that was live last; null if it was deployed in one piece
 * @param wave the only wave that is taken back; null for all
 * @param late whether it was ordered although it did not fit any more
 * @param outcome null while it goes on
 * @param followUp key of the release that fixes it forward instead
 */
public record Rollback(long id, String releaseKey, @Nullable Long runId, @Nullable String wave, boolean late,
        Instant orderedAt, String orderedBy, String reason, @Nullable Instant endedAt, @Nullable Outcome outcome,
        @Nullable String followUp) {

    /** How a rollback ended. */
    public enum Outcome {

        /** What was to be taken back is taken back. */
        DONE,
        /** It could not be done, and something else was done instead. */
        GIVEN_UP

    }

}
