package io.slipway.deployment.check;

import java.util.Optional;

import io.slipway.planning.wave.CheckLimits;

/**
 * How many readings of which kind a check has, and what they come to: by the rules and
 * the precedence of an analysis of Argo Rollouts, but for data that is missing, which is
 * never a pass here.
 *
 * @param measured readings that had data
 * @param successStreak successes in a row, up to now
 * @param errorStreak errors in a row, up to now
 */
public record CheckTally(int measured, int succeeded, int failed, int inconclusive, int errors, int successStreak,
        int errorStreak) {

    public static final CheckTally NONE = new CheckTally(0, 0, 0, 0, 0, 0, 0);

    /**
     * This, and one reading more. An error is no measurement, and breaks a row of
     * successes.
     */
    CheckTally with(ReadingOutcome outcome) {
        int success = (outcome == ReadingOutcome.SUCCESS) ? 1 : 0;
        int failure = (outcome == ReadingOutcome.FAILURE) ? 1 : 0;
        int open = (outcome == ReadingOutcome.INCONCLUSIVE) ? 1 : 0;
        int error = (outcome == ReadingOutcome.ERROR) ? 1 : 0;
        return new CheckTally(this.measured + 1 - error, this.succeeded + success, this.failed + failure,
                this.inconclusive + open, this.errors + error, (success == 1) ? this.successStreak + 1 : 0,
                (error == 1) ? this.errorStreak + 1 : 0);
    }

    /**
     * What the readings come to.
     * @return the verdict; nothing while more have to be taken
     */
    Optional<CheckVerdict> verdict(CheckLimits limits) {
        if (limits.failures() >= 0 && this.failed > limits.failures()) {
            return Optional.of(CheckVerdict.FAILURE);
        }
        if (this.inconclusive > limits.inconclusive() || this.errorStreak > limits.errors()) {
            return Optional.of(CheckVerdict.INCONCLUSIVE);
        }
        if (limits.successes() > 0 && this.successStreak >= limits.successes()) {
            return Optional.of(CheckVerdict.SUCCESS);
        }
        return (limits.count() > 0 && this.measured >= limits.count()) ? Optional.of(full(limits)) : Optional.empty();
    }

    /** All readings were taken, and no limit was broken. */
    private CheckVerdict full(CheckLimits limits) {
        if (limits.successes() > 0) {
            return (limits.failures() >= 0) ? CheckVerdict.INCONCLUSIVE : CheckVerdict.FAILURE;
        }
        return (this.succeeded > 0) ? CheckVerdict.SUCCESS : CheckVerdict.INCONCLUSIVE;
    }

    /**
     * What the readings come to where nobody waits for more: a success unless a limit is
     * broken, and unless there is no data.
     */
    CheckVerdict stopped(CheckLimits limits) {
        return verdict(limits)
            .orElse((this.succeeded > 0 && this.errorStreak == 0) ? CheckVerdict.SUCCESS : CheckVerdict.INCONCLUSIVE);
    }

}
