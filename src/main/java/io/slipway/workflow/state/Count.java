package io.slipway.workflow.state;

import java.time.Instant;

/**
 * How many there are of each thing, or how many more or less.
 *
 * @param suspended those of them that do not move
 * @param retrying jobs that failed and will be tried again
 */
record Count(int tokens, int suspended, int timers, int retrying, int failed, int tasks) {

    static final Count NONE = new Count(0, 0, 0, 0, 0, 0);

    Count plus(Count more) {
        return new Count(this.tokens + more.tokens, this.suspended + more.suspended, this.timers + more.timers,
                this.retrying + more.retrying, this.failed + more.failed, this.tasks + more.tasks);
    }

    Count negative() {
        return new Count(-this.tokens, -this.suspended, -this.timers, -this.retrying, -this.failed, -this.tasks);
    }

    Object[] row(At at) {
        return new Object[] { at.definition, at.element, at.dueHour, this.tokens, this.suspended, this.timers,
                this.retrying, this.failed, this.tasks };
    }

    /**
     * What is counted together.
     *
     * @param definition the engine's id of the version; empty for the sum of all
     * @param element id of the element; empty for the runs themselves
     * @param dueHour the hour in which the tasks are due
     */
    record At(String definition, String element, Instant dueHour) {
    }

}
