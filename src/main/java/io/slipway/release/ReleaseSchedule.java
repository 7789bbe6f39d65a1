package io.slipway.release;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a release touches, where and when, as its plan says.
 *
 * @param plannedStart when the deployment shall begin, UTC
 * @param plannedEnd when it shall be finished, UTC
 * @param supportDays how many days early life support lasts
 */
public record ReleaseSchedule(List<String> services, String environment, @Nullable Instant plannedStart,
        @Nullable Instant plannedEnd, int supportDays) {

    /** Where releases go unless their plan says otherwise. */
    public static final String PRODUCTION = "production";

    /** Where a release without a planned start stands in the schedule. */
    static final Instant UNSCHEDULED = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * Its place in the schedule.
     * @return the planned start, or the far future while there is none
     */
    public Instant scheduleAt() {
        return (this.plannedStart != null) ? this.plannedStart : UNSCHEDULED;
    }

    /**
     * Until when it takes what it touches.
     * @return the planned end, or its place in the schedule while there is none
     */
    public Instant endsAt() {
        return (this.plannedEnd != null) ? this.plannedEnd : scheduleAt();
    }

}
