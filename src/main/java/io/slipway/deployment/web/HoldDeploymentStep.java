package io.slipway.deployment.web;

import java.util.List;
import java.util.Map;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.identity.Role;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * While the line is stopped a running deployment waits here: it goes on by itself once
 * the line is released, and the deployment manager may roll it back meanwhile.
 */
@StepKey(value = "deployment/hold-deployment", buttons = "roll-back")
class HoldDeploymentStep implements Step<Step.Answer> {

    private final DeploymentManagement deployments;

    private final CurrentPlans plans;

    private final ReadinessFacts facts;

    private final ReleaseManagement releases;

    HoldDeploymentStep(DeploymentManagement deployments, CurrentPlans plans, ReadinessFacts facts,
            ReleaseManagement releases) {
        this.deployments = deployments;
        this.plans = plans;
        this.facts = facts;
        this.releases = releases;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("attempts", this.deployments.ofRelease(item.businessKey()), "planned",
                this.plans.of(item.businessKey()));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.ofAttempt(this.releases.get(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, Step.Answer form) {
        this.deployments.orderRollback(item.businessKey(), form.reason(), Role.DEPLOYMENT_MANAGER);
        return Outcome.of("roll-back").because(form.reason()).with("endReason", form.reason());
    }

}
