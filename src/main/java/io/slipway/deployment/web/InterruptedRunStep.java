package io.slipway.deployment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.rollback.WayBackFacts;
import io.slipway.identity.Role;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;

/**
 * A step at which a running deployment does not go on: what was tried and what was
 * planned is shown, and how this attempt stands decides.
 */
abstract class InterruptedRunStep implements Step<RollbackForm> {

    private final DeploymentManagement deployments;

    private final CurrentPlans plans;

    private final ReadinessFacts facts;

    private final ReleaseManagement releases;

    private final WayBackFacts wayBack;

    InterruptedRunStep(DeploymentManagement deployments, CurrentPlans plans, ReadinessFacts facts,
            ReleaseManagement releases, WayBackFacts wayBack) {
        this.deployments = deployments;
        this.plans = plans;
        this.facts = facts;
        this.releases = releases;
        this.wayBack = wayBack;
    }

    /** Decides to roll back, which is refused unsaid where it does not fit any more. */
    final void rollBack(WorkItem item, RollbackForm form) {
        this.wayBack.refuseUnconfirmed(item.businessKey(), form.confirmed());
        this.deployments.orderRollback(item.businessKey(), form.reason(), Role.DEPLOYMENT_MANAGER);
    }

    final DeploymentManagement deployments() {
        return this.deployments;
    }

    @Override
    public final Map<String, Object> evidence(WorkItem item) {
        return Map.of("attempts", this.deployments.ofRelease(item.businessKey()), "planned",
                this.plans.of(item.businessKey()), "late", this.wayBack.late(item.businessKey()));
    }

    @Override
    public final List<DecidingFact> deciding(WorkItem item) {
        List<DecidingFact> facts = new ArrayList<>(this.facts.ofAttempt(this.releases.get(item.businessKey())));
        this.wayBack.deadline(item.businessKey()).ifPresent(facts::add);
        return facts;
    }

}
