package io.slipway.deployment.board;

import java.time.Instant;

import io.slipway.deployment.check.CheckVerdict;
import io.slipway.deployment.check.ReadingOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a run measured last.
 *
 * @param name what it is called in the plan
 * @param verdict what it came to; null while it is watched
 * @param outcome what its last reading says; null before the first one
 * @param value that was read; null if there was none
 * @param threshold the condition that decided
 * @param takenAt when it was read, UTC
 */
public record HealthReading(String name, @Nullable CheckVerdict verdict, @Nullable ReadingOutcome outcome,
        @Nullable String value, @Nullable String threshold, @Nullable Instant takenAt) {

    /** Whether it is as it should not be. */
    public boolean bad() {
        return (this.verdict != null) ? this.verdict == CheckVerdict.FAILURE : this.outcome == ReadingOutcome.FAILURE;
    }

    /** Whether it is as it should be. */
    public boolean good() {
        return (this.verdict != null) ? this.verdict == CheckVerdict.SUCCESS : this.outcome == ReadingOutcome.SUCCESS;
    }

}
