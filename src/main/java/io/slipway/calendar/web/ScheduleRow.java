package io.slipway.calendar.web;

import java.util.List;

/**
 * A row of the schedule.
 *
 * @param name the service or environment; empty for what concerns all of them
 * @param more how many it has no room for
 */
record ScheduleRow(String name, List<ScheduleBar> bars, int more) {

    /** Whether it holds what concerns everything. */
    public boolean all() {
        return this.name.isEmpty();
    }

}
