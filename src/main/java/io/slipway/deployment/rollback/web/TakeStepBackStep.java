package io.slipway.deployment.rollback.web;

import io.slipway.deployment.rollback.RollbackManagement;
import io.slipway.deployment.rollback.WayBackFacts;
import io.slipway.planning.CurrentPlans;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager takes one step back.
 */
@StepKey(value = "deployment/take-step-back", buttons = { "done", "failed" })
class TakeStepBackStep extends RollbackStep {

    TakeStepBackStep(RollbackManagement rollbacks, WayBackFacts facts, CurrentPlans plans) {
        super(rollbacks, facts, plans);
    }

    @Override
    public Outcome complete(WorkItem item, RollbackAnswer form) {
        boolean done = "done".equals(form.outcome());
        if (done) {
            rollbacks().takeBack(item.businessKey(), form.reason());
        }
        else {
            rollbacks().fail(item.businessKey(), form.reason());
        }
        return Outcome.of(form.outcome()).because(form.reason()).with("takenBack", done);
    }

}
