package io.slipway.deployment.web;

import java.util.List;
import java.util.Map;

import io.slipway.deployment.ReadinessManagement;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The release manager resolves what stands in the way, or withdraws the release.
 */
@StepKey(value = "deployment/resolve-no-go", buttons = { "ready", "withdraw" })
class ResolveNoGoStep implements Step<Step.Answer> {

    private final ReadinessManagement readiness;

    private final ReadinessFacts facts;

    private final ReleaseManagement releases;

    ResolveNoGoStep(ReadinessManagement readiness, ReadinessFacts facts, ReleaseManagement releases) {
        this.readiness = readiness;
        this.facts = facts;
        this.releases = releases;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("goDecisions", this.readiness.decisions(item.businessKey()));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.toStart(this.releases.get(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, Step.Answer form) {
        if ("ready".equals(form.outcome())) {
            this.readiness.resolve(item.businessKey(), form.reason());
            return Outcome.of("ready").because(form.reason()).with("withdrawn", false);
        }
        this.readiness.withdraw(item.businessKey(), form.reason());
        return Outcome.of("withdraw").because(form.reason()).with("withdrawn", true).with("endReason", form.reason());
    }

}
