package io.slipway.deployment.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.input.InputCheck;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Times;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager restores the former baseline.
 */
@StepKey(value = "deployment/roll-back-release", buttons = "restored")
class RollBackReleaseStep implements Step<RollBackReleaseForm> {

    private final DeploymentManagement deployments;

    private final ChangeManagement changes;

    private final Times times;

    private final Clock clock;

    private final CurrentPlans plans;

    private final ReadinessFacts facts;

    private final ReleaseManagement releases;

    RollBackReleaseStep(DeploymentManagement deployments, ChangeManagement changes, Times times, Clock clock,
            CurrentPlans plans, ReadinessFacts facts, ReleaseManagement releases) {
        this.deployments = deployments;
        this.changes = changes;
        this.times = times;
        this.clock = clock;
        this.plans = plans;
        this.facts = facts;
        this.releases = releases;
    }

    @Override
    public RollBackReleaseForm newForm(WorkItem item) {
        return new RollBackReleaseForm(this.times.toInputText(this.clock.instant()), "", "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("attempts", this.deployments.ofRelease(item.businessKey()), "planned",
                this.plans.of(item.businessKey()), "changes", this.changes.allOfRelease(item.businessKey()));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.ofAttempt(this.releases.get(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, RollBackReleaseForm form) {
        InputCheck check = new InputCheck();
        Instant finishedAt = this.times.read(check, "finishedAt", form.finishedAt());
        check.finish(() -> this.deployments.rollBack(item.businessKey(), finishedAt, form.baseline()));
        return Outcome.of("restored");
    }

}
