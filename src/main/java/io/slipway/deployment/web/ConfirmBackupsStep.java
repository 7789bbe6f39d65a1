package io.slipway.deployment.web;

import java.util.Map;

import io.slipway.deployment.Backup;
import io.slipway.deployment.ReadinessManagement;
import io.slipway.input.InputCheck;
import io.slipway.planning.CurrentPlans;
import io.slipway.ui.Times;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager confirms that backups are taken and verified.
 */
@StepKey(value = "deployment/confirm-backups", buttons = "confirmed")
class ConfirmBackupsStep implements Step<ConfirmBackupsForm> {

    private final ReadinessManagement readiness;

    private final Times times;

    private final CurrentPlans plans;

    ConfirmBackupsStep(ReadinessManagement readiness, Times times, CurrentPlans plans) {
        this.readiness = readiness;
        this.times = times;
        this.plans = plans;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("planned", this.plans.of(item.businessKey()), "things",
                this.readiness.toBackUp(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, ConfirmBackupsForm form) {
        InputCheck check = new InputCheck();
        Backup stated = Backup.stated(form.location(), this.times.read(check, "takenAt", form.takenAt()),
                this.times.read(check, "verifiedAt", form.verifiedAt()), form.covers(), form.sparedReason());
        check.finish(() -> this.readiness.confirmBackups(item.businessKey(), stated));
        return Outcome.of("confirmed");
    }

}
