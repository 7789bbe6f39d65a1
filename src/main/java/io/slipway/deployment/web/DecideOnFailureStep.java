package io.slipway.deployment.web;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.rollback.WayBackFacts;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager decides whether a failed deployment is tried again or rolled
 * back.
 */
@StepKey(value = "deployment/decide-on-failure", buttons = { "retry", "roll-back" })
class DecideOnFailureStep extends InterruptedRunStep {

    DecideOnFailureStep(DeploymentManagement deployments, CurrentPlans plans, ReadinessFacts facts,
            ReleaseManagement releases, WayBackFacts wayBack) {
        super(deployments, plans, facts, releases, wayBack);
    }

    @Override
    public Outcome complete(WorkItem item, RollbackForm form) {
        if ("retry".equals(form.outcome())) {
            deployments().retry(item.businessKey(), form.reason());
            return Outcome.of("retry").because(form.reason()).with("failureDecision", "retry");
        }
        rollBack(item, form);
        return Outcome.of("roll-back")
            .because(form.reason())
            .with("failureDecision", "roll-back")
            .with("endReason", form.reason());
    }

}
