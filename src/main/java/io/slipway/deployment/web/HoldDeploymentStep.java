package io.slipway.deployment.web;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.rollback.WayBackFacts;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.StepKey;

/**
 * While the line is stopped a running deployment waits here: it goes on by itself once
 * the line is released, and the deployment manager may roll it back meanwhile.
 */
@StepKey(value = "deployment/hold-deployment", buttons = "roll-back")
class HoldDeploymentStep extends InterruptedRunStep {

    HoldDeploymentStep(DeploymentManagement deployments, CurrentPlans plans, ReadinessFacts facts,
            ReleaseManagement releases, WayBackFacts wayBack) {
        super(deployments, plans, facts, releases, wayBack);
    }

    @Override
    public Outcome complete(WorkItem item, RollbackForm form) {
        rollBack(item, form);
        return Outcome.of("roll-back").because(form.reason()).with("endReason", form.reason());
    }

}
