package io.slipway.deployment.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.slipway.deployment.Backup;
import io.slipway.deployment.ReadinessManagement;
import io.slipway.input.InputCheck;
import io.slipway.planning.CurrentPlans;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;
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

    private final Messages messages;

    ConfirmBackupsStep(ReadinessManagement readiness, Times times, CurrentPlans plans, Messages messages) {
        this.readiness = readiness;
        this.times = times;
        this.plans = plans;
        this.messages = messages;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("planned", this.plans.of(item.businessKey()), "things",
                this.readiness.toBackUp(item.businessKey()));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return List.of(this.readiness.backup(item.businessKey())
            .map((known) -> fact(known.content()))
            .orElseGet(() -> fact(Weight.UNKNOWN, this.messages.text("deployment.fact.backup.none"))));
    }

    private DecidingFact fact(Backup backup) {
        String known = this.messages.text("deployment.fact.backup.known", backup.location(),
                this.times.shown(backup.takenAt()));
        String why = Objects.requireNonNullElse(backup.sparedReason(), "");
        return why.isEmpty() ? fact(Weight.GOOD, known)
                : fact(Weight.WARN, known + " " + this.messages.text("deployment.fact.spared",
                        String.join(", ", Objects.requireNonNullElse(backup.spared(), List.of())), why));
    }

    private DecidingFact fact(Weight weight, String reason) {
        return new DecidingFact(weight, this.messages.text("deployment.backups"), reason, null);
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
