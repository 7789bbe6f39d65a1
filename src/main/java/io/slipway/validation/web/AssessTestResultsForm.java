package io.slipway.validation.web;

import io.slipway.input.WholeNumber;
import io.slipway.ui.FormText;
import io.slipway.ui.RequiredFor;
import io.slipway.validation.TestResults;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The test manager's verdict on the test results.
 *
 * @param critical open critical failures
 * @param major open major failures
 * @param minor open minor failures
 * @param report address of the test report
 * @param summary what was tested and found
 * @param reason why the results are not good enough
 * @param outcome the pressed button: {@code pass}, {@code fail}
 */
@RequiredFor(outcomes = "fail", field = "reason", message = "{validation.reason.missing}")
record AssessTestResultsForm(
        @NotBlank(message = "{validation.failures.missing}") @WholeNumber(max = 9999) @Nullable String critical,
        @NotBlank(message = "{validation.failures.missing}") @WholeNumber(max = 9999) @Nullable String major,
        @NotBlank(message = "{validation.failures.missing}") @WholeNumber(max = 9999) @Nullable String minor,
        @NotBlank(message = "{validation.report.missing}") @Pattern(regexp = "|https?://\\S+",
                message = "{validation.report.invalid}") @Size(max = 500,
                        message = "{validation.text.too-long}") @Nullable String report,
        @NotBlank(message = "{validation.summary.missing}") @Size(max = 4000,
                message = "{validation.text.too-long}") @Nullable String summary,
        @Size(max = 2000, message = "{validation.text.too-long}") @Nullable String reason,
        @Pattern(regexp = "pass|fail", message = "{validation.outcome.missing}") @Nullable String outcome) {

    AssessTestResultsForm {
        critical = FormText.of(critical);
        major = FormText.of(major);
        minor = FormText.of(minor);
        report = FormText.of(report);
        summary = FormText.of(summary);
        reason = FormText.of(reason);
        outcome = FormText.of(outcome);
    }

    TestResults toCommand() {
        return new TestResults(FormText.number(this.critical), FormText.number(this.major), FormText.number(this.minor),
                this.report, this.summary);
    }

}
