package io.slipway.deployment.run.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.slipway.deployment.run.FailureChoice;
import io.slipway.deployment.run.FailureManagement;
import io.slipway.deployment.run.RunStep;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * A person decides what becomes of a step that failed, for this step in this wave only.
 */
@StepKey(value = "deployment/decide-on-failed-step",
        buttons = { "retry", "ignore", "exclude", "fail-wave", "roll-back" })
class DecideOnFailedStepStep implements Step<DecideOnFailedStepForm> {

    private final FailureManagement failures;

    private final RunStepFacts facts;

    DecideOnFailedStepStep(FailureManagement failures, RunStepFacts facts) {
        this.failures = failures;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        RunStep step = this.facts.step(item);
        Map<String, Object> all = new HashMap<>(this.facts.evidence(item));
        all.put("choices", this.failures.choices(step).stream().map(Enum::name).toList());
        all.put("targets", this.failures.targets(step));
        all.put("late", this.facts.late(step.runId()));
        return all;
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.ofFailure(item);
    }

    @Override
    public Outcome complete(WorkItem item, DecideOnFailedStepForm form) {
        FailureChoice choice = FailureChoice.valueOf(form.outcome().replace('-', '_').toUpperCase(Locale.ROOT));
        RunStep step = this.facts.step(item);
        if (choice == FailureChoice.ROLL_BACK) {
            this.facts.refuseLate(step.runId(), form.confirmed());
        }
        this.failures.decide(step.id(), choice, form.target(), form.reason());
        return Outcome.of(form.outcome())
            .because(form.reason())
            .with("failureDecision", (choice == FailureChoice.RETRY) ? "retry" : "settled");
    }

}
