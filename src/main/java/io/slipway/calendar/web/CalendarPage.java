package io.slipway.calendar.web;

import java.time.LocalDate;
import java.util.List;

import io.slipway.calendar.CalendarItem;
import io.slipway.calendar.CalendarItems;

/**
 * What a page of the calendar shows.
 *
 * @param period the days that it shows
 * @param today today, in the reader's zone
 * @param days the days with what lies in them
 * @param colliding the first of the releases that something is in the way of
 * @param complete whether nothing was left out because there is too much
 */
record CalendarPage(CalendarPeriod period, LocalDate today, List<CalendarDay> days, List<CalendarItem> colliding,
        int collidingCount, boolean complete) {

    private static final int COLLIDING = 5;

    static CalendarPage of(CalendarPeriod period, LocalDate today, CalendarItems found) {
        List<CalendarItem> colliding = found.colliding();
        return new CalendarPage(period, today, DayPlan.of(period, found.items(), today),
                colliding.stream().limit(COLLIDING).toList(), colliding.size(), found.complete());
    }

    /** The days by week. */
    public List<CalendarWeek> weeks() {
        return DayPlan.weeks(this.days);
    }

    /** The parts of a day. */
    public DayEntry.Band[] bands() {
        return DayEntry.Band.values();
    }

    /** Tells whether nothing lies in the period. */
    public boolean empty() {
        return this.days.stream().allMatch(CalendarDay::empty);
    }

}
