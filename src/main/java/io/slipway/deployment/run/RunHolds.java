package io.slipway.deployment.run;

import io.slipway.schedule.ScheduleManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What holds a run as a whole: somebody halted it, or the line is stopped.
 */
@Component
class RunHolds {

    static final String HALT = "halt";

    static final String LINE = "line";

    private final ScheduleManagement schedule;

    RunHolds(ScheduleManagement schedule) {
        this.schedule = schedule;
    }

    /** What holds a run now; null if nothing does. */
    @Nullable String of(RunHead run) {
        if (run.halted()) {
            return HALT;
        }
        return this.schedule.stopped().isPresent() ? LINE : null;
    }

}
