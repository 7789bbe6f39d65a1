package io.slipway.deployment.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.ReadinessManagement;
import io.slipway.input.InputCheck;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Times;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager deploys the package and records how it went.
 */
@StepKey(value = "deployment/deploy-package", buttons = { "succeeded", "failed" })
class DeployPackageStep implements Step<DeployPackageForm> {

    private final DeploymentManagement deployments;

    private final ReadinessManagement readiness;

    private final ChangeManagement changes;

    private final ReleaseManagement releases;

    private final Times times;

    private final ReadinessFacts facts;

    private final Clock clock;

    DeployPackageStep(DeploymentManagement deployments, ReadinessManagement readiness, ChangeManagement changes,
            ReleaseManagement releases, Times times, ReadinessFacts facts, Clock clock) {
        this.deployments = deployments;
        this.readiness = readiness;
        this.changes = changes;
        this.releases = releases;
        this.times = times;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public DeployPackageForm newForm(WorkItem item) {
        return new DeployPackageForm(this.times.toInputText(this.clock.instant()), "", "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("backup", this.readiness.backup(item.businessKey()), "attempts",
                this.deployments.ofRelease(item.businessKey()), "changes",
                this.changes.allOfRelease(item.businessKey()));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.ofAttempt(this.releases.get(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, DeployPackageForm form) {
        boolean succeeded = "succeeded".equals(form.outcome());
        InputCheck check = new InputCheck();
        Instant finishedAt = this.times.read(check, "finishedAt", form.finishedAt());
        check.finish(() -> this.deployments.finish(item.businessKey(), finishedAt, form.notes(), succeeded));
        return Outcome.of(form.outcome())
            .because(succeeded ? null : form.notes())
            .with("deploymentSucceeded", succeeded);
    }

}
