package io.slipway.validation.web;

import io.slipway.input.InputCheck;
import io.slipway.ui.form.FormText;
import io.slipway.validation.TestResults;

/**
 * The test manager's verdict on the test results.
 *
 * @param report address of the test report
 * @param reason why the results are not good enough
 * @param outcome the pressed button: {@code pass}, {@code fail}
 */
record AssessTestResultsForm(String critical, String major, String minor, String report, String summary, String reason,
        String outcome) {

    AssessTestResultsForm answered(String button) {
        return new AssessTestResultsForm(this.critical, this.major, this.minor, this.report, this.summary, this.reason,
                button);
    }

    TestResults results(InputCheck check) {
        return new TestResults(FormText.number(check, "critical", this.critical, "validation.failures.missing"),
                FormText.number(check, "major", this.major, "validation.failures.missing"),
                FormText.number(check, "minor", this.minor, "validation.failures.missing"), this.report, this.summary);
    }

}
