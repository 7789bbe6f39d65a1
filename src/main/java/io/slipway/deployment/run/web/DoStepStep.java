package io.slipway.deployment.run.web;

import java.util.List;
import java.util.Map;

import io.slipway.deployment.run.RunStep;
import io.slipway.deployment.run.StepManagement;
import io.slipway.input.InputCheck;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * A person does a step of a run, and says how it went.
 */
@StepKey(value = "deployment/do-step", buttons = { "done", "failed", "begin" })
class DoStepStep implements Step<DoStepForm> {

    private static final int TEXT = 4000;

    private final StepManagement steps;

    private final RunStepFacts facts;

    DoStepStep(StepManagement steps, RunStepFacts facts) {
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
    public Outcome complete(WorkItem item, DoStepForm form) {
        RunStep step = this.facts.step(item);
        if ("begin".equals(form.outcome())) {
            this.steps.begin(step.id());
            return Outcome.keepOpen();
        }
        boolean done = "done".equals(form.outcome());
        InputCheck check = new InputCheck();
        String note = done ? check.optional("note", form.note(), TEXT)
                : check.required("note", form.note(), TEXT, "deployment.run.note.missing");
        String evidence = (done && !this.facts.planned(step).work().evidence().isBlank())
                ? check.required("evidence", form.evidence(), TEXT, "deployment.run.evidence.missing")
                : check.optional("evidence", form.evidence(), TEXT);
        check.finish();
        this.steps.finish(step.id(), done, note, evidence);
        return Outcome.of(done ? "done" : "failed").because(done ? null : note);
    }

}
