package io.slipway.validation.web;

import java.util.Map;

import io.slipway.release.ReleaseManagement;
import io.slipway.validation.ValidationManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * The test manager passes or fails the test results of the package.
 */
@Component
class AssessTestResultsStep implements Step<AssessTestResultsForm> {

    private final ValidationManagement validation;

    private final ReleaseManagement releases;

    AssessTestResultsStep(ValidationManagement validation, ReleaseManagement releases) {
        this.validation = validation;
        this.releases = releases;
    }

    @Override
    public String key() {
        return "validation/assess-test-results";
    }

    @Override
    public Class<AssessTestResultsForm> formType() {
        return AssessTestResultsForm.class;
    }

    @Override
    public AssessTestResultsForm newForm(WorkItem item) {
        return new AssessTestResultsForm("0", "0", "0", "", "", "", "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("validation", this.validation.ofRelease(this.releases.get(item.businessKey())));
    }

    @Override
    public Outcome complete(WorkItem item, AssessTestResultsForm form) {
        if ("pass".equals(form.outcome())) {
            this.validation.pass(item.businessKey(), form.toCommand());
            return Outcome.of("pass").with("testsPassed", true);
        }
        this.validation.fail(item.businessKey(), form.toCommand(), form.reason());
        return Outcome.of("fail").because(form.reason()).with("testsPassed", false);
    }

}
