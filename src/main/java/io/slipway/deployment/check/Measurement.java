package io.slipway.deployment.check;

import io.slipway.planning.wave.CheckRule;
import io.slipway.planning.wave.Condition;
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
        String success = success(rule);
        if (success.isEmpty()) {
            return rule.failure().isEmpty() ? ReadingOutcome.INCONCLUSIVE : ReadingOutcome.SUCCESS;
        }
        if (met(success)) {
            return ReadingOutcome.SUCCESS;
        }
        return rule.failure().isEmpty() ? ReadingOutcome.FAILURE : ReadingOutcome.INCONCLUSIVE;
    }

    /** The condition that decided. */
    String threshold(CheckRule rule) {
        return switch (outcome(rule)) {
            case FAILURE -> rule.failure().isEmpty() ? success(rule) : rule.failure();
            case SUCCESS -> success(rule).isEmpty() ? rule.failure() : success(rule);
            default -> "";
        };
    }

    /**
     * What is meant where a rule says nothing: no alert, no incident, an answer that is a
     * success.
     */
    private static String success(CheckRule rule) {
        if (!rule.success().isEmpty() || !rule.failure().isEmpty()) {
            return rule.success();
        }
        return switch (rule.kind()) {
            case ALERTS, INCIDENTS -> "== 0";
            case HTTP -> "< 300";
            default -> "";
        };
    }

    private boolean met(String condition) {
        return this.value != null && Condition.of(condition).filter((one) -> one.matches(this.value)).isPresent();
    }

}
