package io.slipway.validation.web;

import java.time.Clock;
import java.util.Map;

import io.slipway.input.InputCheck;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormText;
import io.slipway.validation.Rehearsal;
import io.slipway.validation.ValidationManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager rehearses the rollback plan and records how it went.
 */
@StepKey(value = "validation/rehearse-rollback", buttons = { "succeeded", "failed" })
class RehearseRollbackStep implements Step<RehearseRollbackForm> {

    private final ValidationManagement validation;

    private final ReleaseManagement releases;

    private final Times times;

    private final Clock clock;

    private final CurrentPlans plans;

    RehearseRollbackStep(ValidationManagement validation, ReleaseManagement releases, Times times, Clock clock,
            CurrentPlans plans) {
        this.validation = validation;
        this.releases = releases;
        this.times = times;
        this.clock = clock;
        this.plans = plans;
    }

    @Override
    public RehearseRollbackForm newForm(WorkItem item) {
        return new RehearseRollbackForm(this.times.toInputText(this.clock.instant()), "", "", "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        ReleaseDetails release = this.releases.get(item.businessKey());
        return Map.of("planned", this.plans.of(release), "validation", this.validation.ofRelease(release));
    }

    @Override
    public Outcome complete(WorkItem item, RehearseRollbackForm form) {
        boolean succeeded = "succeeded".equals(form.outcome());
        InputCheck check = new InputCheck();
        Rehearsal stated = new Rehearsal(succeeded, this.times.read(check, "rehearsedAt", form.rehearsedAt()),
                FormText.number(check, "durationMinutes", form.durationMinutes(), "validation.durationMinutes.missing"),
                form.notes());
        check.finish(() -> this.validation.recordRehearsal(item.businessKey(), stated));
        return Outcome.of(form.outcome())
            .because(succeeded ? null : form.notes())
            .with("rehearsalSucceeded", succeeded);
    }

}
