package io.slipway.deployment.check;

import io.slipway.planning.wave.CheckRule;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, before it is judged.
 *
 * @param value null if there is no data
 * @param note what else is to be said, such as an error; empty for nothing
 */
record Measurement(@Nullable Double value, String note) {

    static Measurement none(String note) {
        return new Measurement(null, note);
    }

    /**
     * What it says by a rule: the failure condition counts first, and no data is an
     * error.
     */
    ReadingOutcome outcome(CheckRule rule) {
        if (this.value == null || this.value.isNaN()) {
            return ReadingOutcome.ERROR;
        }
        if (met(rule.failure())) {
            return ReadingOutcome.FAILURE;
        }
        if (rule.success().isEmpty()) {
            return rule.failure().isEmpty() ? ReadingOutcome.INCONCLUSIVE : ReadingOutcome.SUCCESS;
        }
        if (met(rule.success())) {
            return ReadingOutcome.SUCCESS;
        }
        return rule.failure().isEmpty() ? ReadingOutcome.FAILURE : ReadingOutcome.INCONCLUSIVE;
    }

    /** The condition that decided. */
    String threshold(CheckRule rule) {
        return switch (outcome(rule)) {
            case FAILURE -> rule.failure().isEmpty() ? rule.success() : rule.failure();
            case SUCCESS -> rule.success().isEmpty() ? rule.failure() : rule.success();
            default -> "";
        };
    }

    private boolean met(String condition) {
        return Thresholds.met(condition, this.value);
    }

}
