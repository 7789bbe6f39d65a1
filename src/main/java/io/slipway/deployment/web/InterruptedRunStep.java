package io.slipway.deployment.web;

import java.util.List;
import java.util.Map;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;

/**
 * A step at which a running deployment does not go on: what was tried and what was
 * planned is shown, and how this attempt stands decides.
 */
abstract class InterruptedRunStep implements Step<Step.Answer> {

    private final DeploymentManagement deployments;

    private final CurrentPlans plans;

    private final ReadinessFacts facts;

    private final ReleaseManagement releases;

    InterruptedRunStep(DeploymentManagement deployments, CurrentPlans plans, ReadinessFacts facts,
            ReleaseManagement releases) {
        this.deployments = deployments;
        this.plans = plans;
        this.facts = facts;
        this.releases = releases;
    }

    final DeploymentManagement deployments() {
        return this.deployments;
    }

    @Override
    public final Map<String, Object> evidence(WorkItem item) {
        return Map.of("attempts", this.deployments.ofRelease(item.businessKey()), "planned",
                this.plans.of(item.businessKey()));
    }

    @Override
    public final List<DecidingFact> deciding(WorkItem item) {
        return this.facts.ofAttempt(this.releases.get(item.businessKey()));
    }

}
