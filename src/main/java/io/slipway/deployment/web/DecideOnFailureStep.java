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
 * The deployment manager decides whether a failed deployment is tried again or rolled
 * back.
 */
@StepKey(value = "deployment/decide-on-failure", buttons = { "retry", "roll-back" })
class DecideOnFailureStep implements Step<Step.Answer> {

    private final DeploymentManagement deployments;

    private final CurrentPlans plans;

    private final ReadinessFacts facts;

    private final ReleaseManagement releases;

    DecideOnFailureStep(DeploymentManagement deployments, CurrentPlans plans, ReadinessFacts facts,
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
        if ("retry".equals(form.outcome())) {
            this.deployments.retry(item.businessKey(), form.reason());
            return Outcome.of("retry").because(form.reason()).with("failureDecision", "retry");
        }
        this.deployments.orderRollback(item.businessKey(), form.reason(), Role.DEPLOYMENT_MANAGER);
        return Outcome.of("roll-back")
            .because(form.reason())
            .with("failureDecision", "roll-back")
            .with("endReason", form.reason());
    }

}
