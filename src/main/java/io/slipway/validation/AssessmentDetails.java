package io.slipway.validation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The test manager's verdict on one package.
 *
 * @param reason why not, if they are not
 * @param by user name of who assessed them
 * @param at when, UTC
 * @param counts whether it judges the package as it now is; otherwise an earlier one
 */
public record AssessmentDetails(TestResults results, TestVerdict verdict, @Nullable String reason, String by,
        Instant at, boolean counts) {

    /** Whether the package as it now is has passed. */
    public boolean passed() {
        return this.counts && this.verdict == TestVerdict.PASSED;
    }

}
