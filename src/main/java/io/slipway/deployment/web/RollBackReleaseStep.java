package io.slipway.deployment.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.change.ChangeManagement;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.rollback.RollbackManagement;
import io.slipway.deployment.rollback.WayBack;
import io.slipway.input.InputCheck;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager restores the former baseline.
 */
@StepKey(value = "deployment/roll-back-release", buttons = { "restored", "not-restored" })
class RollBackReleaseStep implements Step<RollBackReleaseForm> {

    private static final int LONGEST = 3500;

    private final DeploymentManagement deployments;

    private final ChangeManagement changes;

    private final Times times;

    private final Clock clock;

    private final CurrentPlans plans;

    private final ReadinessFacts facts;

    private final ReleaseManagement releases;

    private final RollbackManagement rollbacks;

    private final Messages words;

    RollBackReleaseStep(DeploymentManagement deployments, ChangeManagement changes, Times times, Clock clock,
            CurrentPlans plans, ReadinessFacts facts, ReleaseManagement releases, RollbackManagement rollbacks,
            Messages words) {
        this.deployments = deployments;
        this.changes = changes;
        this.times = times;
        this.clock = clock;
        this.plans = plans;
        this.facts = facts;
        this.releases = releases;
        this.rollbacks = rollbacks;
        this.words = words;
    }

    @Override
    public RollBackReleaseForm newForm(WorkItem item) {
        return new RollBackReleaseForm(this.times.toInputText(this.clock.instant()), restored(item.businessKey()), "");
    }

    /** What was taken back, as far as its steps say it; empty without any. */
    private String restored(String releaseKey) {
        String steps = taken(releaseKey).stream()
            .filter((step) -> !step.nothingToDo())
            .map((step) -> step.label() + ((step.remark() != null) ? ": " + step.remark() : ""))
            .collect(Collectors.joining("\n"));
        return steps.isEmpty() ? ""
                : this.words.text("deployment.back.restored", steps.substring(0, Math.min(LONGEST, steps.length())));
    }

    private List<WayBack> taken(String releaseKey) {
        return this.rollbacks.steps(this.rollbacks.running(releaseKey).stream().toList());
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("attempts", this.deployments.ofRelease(item.businessKey()), "planned",
                this.plans.of(item.businessKey()), "changes", this.changes.allOfRelease(item.businessKey()), "steps",
                taken(item.businessKey()));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.ofAttempt(this.releases.get(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, RollBackReleaseForm form) {
        if ("not-restored".equals(form.outcome())) {
            this.rollbacks.failBaseline(item.businessKey(), form.baseline());
            return Outcome.of("not-restored").because(form.baseline()).with("restored", false);
        }
        InputCheck check = new InputCheck();
        Instant finishedAt = this.times.read(check, "finishedAt", form.finishedAt());
        check.finish(() -> this.deployments.rollBack(item.businessKey(), finishedAt, form.baseline()));
        return Outcome.of("restored").with("restored", true);
    }

}
