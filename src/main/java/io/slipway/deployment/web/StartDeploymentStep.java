package io.slipway.deployment.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.DeploymentReadiness;
import io.slipway.identity.Role;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager starts the deployment, if every condition is met at that moment;
 * or rolls the release back instead of trying it again.
 */
@StepKey(value = "deployment/start-deployment", buttons = { "start", "roll-back" })
class StartDeploymentStep implements Step<Step.Answer> {

    private final DeploymentManagement deployments;

    private final DeploymentReadiness readiness;

    private final ReleaseManagement releases;

    private final ReadinessFacts facts;

    StartDeploymentStep(DeploymentManagement deployments, DeploymentReadiness readiness, ReleaseManagement releases,
            ReadinessFacts facts) {
        this.deployments = deployments;
        this.readiness = readiness;
        this.releases = releases;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("readiness", this.readiness.of(this.releases.get(item.businessKey())), "attempts",
                this.deployments.ofRelease(item.businessKey()));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.toStart(this.releases.get(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, Step.Answer form) {
        if ("roll-back".equals(form.outcome())) {
            this.deployments.orderRollback(item.businessKey(), form.reason(), Role.DEPLOYMENT_MANAGER);
            return Outcome.of("roll-back")
                .because(form.reason())
                .with("deploymentStarted", false)
                .with("endReason", form.reason());
        }
        Outcome started = Outcome.of("start").with("deploymentStarted", true).with("rollbackOrdered", false);
        return this.deployments.start(item.businessKey())
            .map((run) -> started.with("inWaves", true)
                .with("run", run.id())
                .with("runModel", run.model().toLowerCase(Locale.ROOT).replace('_', '-')))
            .orElseGet(() -> started.with("inWaves", false));
    }

}
