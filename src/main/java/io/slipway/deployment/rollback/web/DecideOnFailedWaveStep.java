package io.slipway.deployment.rollback.web;

import io.slipway.deployment.course.WaveCourse;
import io.slipway.deployment.rollback.RollbackManagement;
import io.slipway.deployment.rollback.WayBackFacts;
import io.slipway.planning.CurrentPlans;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager decides what is taken back after a wave failed.
 */
@StepKey(value = "deployment/decide-on-failed-wave", buttons = { "roll-back-wave", "roll-back-all", "keep" })
class DecideOnFailedWaveStep extends RollbackStep {

    private final WaveCourse course;

    DecideOnFailedWaveStep(RollbackManagement rollbacks, WayBackFacts facts, CurrentPlans plans, WaveCourse course) {
        super(rollbacks, facts, plans);
        this.course = course;
    }

    @Override
    public Outcome complete(WorkItem item, RollbackAnswer form) {
        String key = item.businessKey();
        switch (form.outcome()) {
            case "roll-back-wave" -> {
                facts().refuseUnconfirmed(key, form.confirmed());
                this.course.takeBackFailed(key, form.reason());
            }
            case "roll-back-all" -> {
                facts().refuseUnconfirmed(key, form.confirmed());
                this.course.takeBackAll(key, form.reason());
            }
            default -> this.course.keep(key, form.reason());
        }
        return Outcome.of(form.outcome()).because(form.reason()).with("failedWave", form.outcome());
    }

}
