package io.slipway.deployment.rollback.web;

import io.slipway.deployment.course.WaveCourse;
import io.slipway.deployment.rollback.RollbackManagement;
import io.slipway.deployment.rollback.WayBackFacts;
import io.slipway.planning.CurrentPlans;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager decides whether to roll back although that does not fit any
 * more.
 */
@StepKey(value = "deployment/decide-on-late-rollback", buttons = { "roll-back", "keep" })
class DecideOnLateRollbackStep extends RollbackStep {

    private final WaveCourse course;

    DecideOnLateRollbackStep(RollbackManagement rollbacks, WayBackFacts facts, CurrentPlans plans, WaveCourse course) {
        super(rollbacks, facts, plans);
        this.course = course;
    }

    @Override
    public Outcome complete(WorkItem item, RollbackAnswer form) {
        boolean back = "roll-back".equals(form.outcome());
        if (back) {
            facts().refuseUnconfirmed(item.businessKey(), form.confirmed());
            this.course.takeBackAll(item.businessKey(), form.reason());
        }
        else {
            this.course.keep(item.businessKey(), form.reason());
        }
        return Outcome.of(form.outcome()).because(form.reason()).with("rollbackOrdered", back);
    }

}
