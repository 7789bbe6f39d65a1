package io.slipway.deployment.parallel.web;

import io.slipway.deployment.course.WaveCourse;
import io.slipway.deployment.parallel.CutOverManagement;
import io.slipway.deployment.parallel.ReconciliationManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager may have the old system take over again, until the deadline.
 */
@StepKey(value = "deployment/watch-cut-over", buttons = "cut-back")
class WatchCutOverStep extends ParallelStep {

    private final WaveCourse course;

    WatchCutOverStep(ReconciliationManagement reconciliation, CutOverManagement cutOvers, ParallelFacts facts,
            WaveCourse course) {
        super(reconciliation, cutOvers, facts);
        this.course = course;
    }

    @Override
    public Outcome complete(WorkItem item, ParallelForm form) {
        cutOvers().cutBack(item.businessKey(), run(item), form.reason(), form.written());
        this.course.takeBackLast(item.businessKey(), run(item), form.reason());
        return Outcome.of("cut-back").because(form.reason());
    }

}
