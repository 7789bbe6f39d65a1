package io.slipway.validation.web;

import java.util.Optional;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.validation.gate.GateManagement;
import io.slipway.validation.gate.GateVerdict;
import io.slipway.validation.gate.ReleaseGates;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.rule.RuledStep;

import org.springframework.stereotype.Component;

/**
 * Test results that were delivered pass by themselves where every gate that the policy
 * asks for is known and open; one that is missing, waived or in doubt asks a person.
 */
@Component
class RuledAssessment implements RuledStep {

    private final GateManagement gates;

    private final ReleaseManagement releases;

    private final AssessTestResultsStep step;

    RuledAssessment(GateManagement gates, ReleaseManagement releases, AssessTestResultsStep step) {
        this.gates = gates;
        this.releases = releases;
        this.step = step;
    }

    @Override
    public String key() {
        return "validation/assess-test-results";
    }

    @Override
    public Optional<AssessTestResultsForm> form(WorkItem item) {
        ReleaseDetails release = this.releases.get(item.businessKey());
        return open(this.gates.of(release)) ? Optional.of(this.step.newForm(item).answered("pass")) : Optional.empty();
    }

    private static boolean open(ReleaseGates gates) {
        return gates.knowsTests() && gates.stoppingValidation().isEmpty()
                && gates.gates()
                    .stream()
                    .filter((gate) -> gate.required() && gate.ofValidation())
                    .allMatch((gate) -> gate.verdict() == GateVerdict.PASS);
    }

}
