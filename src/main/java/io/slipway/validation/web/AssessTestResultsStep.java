package io.slipway.validation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.slipway.input.InputCheck;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.PortalAddress;
import io.slipway.validation.TestResults;
import io.slipway.validation.ValidationFacts;
import io.slipway.validation.ValidationManagement;
import io.slipway.validation.evidence.EvidenceDetails;
import io.slipway.validation.evidence.EvidenceManagement;
import io.slipway.validation.evidence.ReleaseEvidence;
import io.slipway.validation.report.TestTotals;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The test manager passes or fails the test results of the package. Where results were
 * delivered, their numbers are not typed but taken from them.
 */
@StepKey(value = "validation/assess-test-results", buttons = { "pass", "fail" })
class AssessTestResultsStep implements Step<AssessTestResultsForm> {

    private static final int SUMMARY = 3000;

    private final ValidationManagement validation;

    private final EvidenceManagement evidence;

    private final ValidationSection section;

    private final ReleaseManagement releases;

    private final PortalAddress portal;

    private final ValidationFacts facts;

    AssessTestResultsStep(ValidationManagement validation, EvidenceManagement evidence, ValidationSection section,
            ReleaseManagement releases, PortalAddress portal, ValidationFacts facts) {
        this.validation = validation;
        this.evidence = evidence;
        this.section = section;
        this.releases = releases;
        this.portal = portal;
        this.facts = facts;
    }

    @Override
    public AssessTestResultsForm newForm(WorkItem item) {
        ReleaseDetails release = this.releases.get(item.businessKey());
        ReleaseEvidence proof = this.evidence.of(release);
        Optional<TestTotals> tests = proof.tests();
        if (tests.isEmpty()) {
            return new AssessTestResultsForm("0", "0", "0", "", "", "", "");
        }
        return new AssessTestResultsForm(Integer.toString(tests.get().critical()),
                Integer.toString(tests.get().major()), Integer.toString(tests.get().minor()),
                this.portal.of("/releases/" + release.key() + "/validation"), summary(proof, tests.get()), "", "");
    }

    private static String summary(ReleaseEvidence proof, TestTotals tests) {
        String names = proof.counting()
            .stream()
            .map(EvidenceDetails::name)
            .distinct()
            .collect(Collectors.joining(", "));
        String text = "%,d tests ran, %,d failed, %,d were skipped, %,d flaky.%nEvidence: %s.".formatted(tests.ran(),
                tests.failed(), tests.skipped(), tests.flaky(), names);
        return text.substring(0, Math.min(text.length(), SUMMARY));
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        ReleaseDetails release = this.releases.get(item.businessKey());
        Map<String, Object> shown = new HashMap<>(this.section.content(release));
        shown.put("counted", this.evidence.of(release).tests().orElse(null));
        return shown;
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.ofTests(this.releases.get(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, AssessTestResultsForm form) {
        InputCheck check = new InputCheck();
        TestResults results = form.results(check);
        if ("pass".equals(form.outcome())) {
            check.finish(() -> this.validation.pass(item.businessKey(), results));
            boolean rehearsal = this.validation.rehearsalAsked(this.releases.get(item.businessKey()));
            return Outcome.of("pass").with("testsPassed", true).with("rehearsalAsked", rehearsal);
        }
        check.finish(() -> this.validation.fail(item.businessKey(), results, form.reason()));
        return Outcome.of("fail").because(form.reason()).with("testsPassed", false);
    }

}
