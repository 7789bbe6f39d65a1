package io.slipway.calendar.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.calendar.CalendarItem;

/**
 * Something in a row of the schedule, from one quarter of a day to another.
 *
 * @param first the quarter in which it begins, from 1; what began before begins there
 * @param length how many quarters of the period it touches
 * @param lane where it stands among what overlaps it, from 1
 * @param named whether its name is written on it: what recurs is named once
 * @param late whether its name has no room behind it and stands before it
 */
record ScheduleBar(CalendarItem item, int first, int length, int lane, boolean named, boolean late) {

    /** What its classes say of it besides its place. */
    public String state() {
        return Stream
            .of(colliding() ? this.item.blocked() ? "bar-clash" : "bar-care" : "", this.late ? "bar-late" : "",
                    this.named ? "" : "bar-again")
            .filter((word) -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    }

    /** Whether something is in its way. */
    public boolean colliding() {
        return !this.item.collisions().isEmpty();
    }

}
