package io.slipway.monitor.web;

import java.util.List;

import io.slipway.workflow.WorkItem;
import io.slipway.workflow.state.ElementRun;
import io.slipway.workflow.state.ProcessRun;

/**
 * An element at which a release is, with what it waits for there.
 *
 * @param ago since when, in words
 * @param tasks the open tasks, if people have to do something
 * @param called the runs that it called and that still run
 */
record WaitingRow(ElementRun element, String label, String ago, List<WorkItem> tasks, List<ProcessRun> called) {

    /**
     * What it waits for.
     * @return {@code task}, {@code process}, {@code timer} or {@code portal}
     */
    public String reason() {
        if (!this.tasks.isEmpty()) {
            return "task";
        }
        if (!this.called.isEmpty()) {
            return "process";
        }
        if (this.element.timerDue() != null) {
            return "timer";
        }
        return "portal";
    }

}
