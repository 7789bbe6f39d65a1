package io.slipway.deployment.run.web;

import java.util.List;
import java.util.Map;

import io.slipway.deployment.run.StepManagement;
import io.slipway.input.InputCheck;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * A person decides, as the plan of a run asks, whether it goes on.
 */
@StepKey(value = "deployment/decide-step", buttons = { "go", "no-go" })
class DecideStepStep implements Step<Step.Answer> {

    private static final int REASON = 2000;

    private final StepManagement steps;

    private final RunStepFacts facts;

    DecideStepStep(StepManagement steps, RunStepFacts facts) {
        this.steps = steps;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return this.facts.evidence(item);
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.ofStep(item);
    }

    @Override
    public Outcome complete(WorkItem item, Step.Answer form) {
        boolean go = "go".equals(form.outcome());
        InputCheck check = new InputCheck();
        String reason = go ? check.optional("reason", form.reason(), REASON)
                : check.required("reason", form.reason(), REASON, "deployment.run.reason.missing");
        check.finish();
        this.steps.finish(this.facts.step(item).id(), go, reason, null);
        return Outcome.of(form.outcome()).because(reason);
    }

}
