package io.slipway.calendar.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * The days that a calendar shows, in the zone of who looks at it.
 *
 * @param date the day that was asked for
 * @param zone the zone in which days begin
 */
record CalendarPeriod(CalendarView view, LocalDate date, ZoneId zone) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    LocalDate first() {
        return this.view.first(this.date);
    }

    LocalDate last() {
        return this.view.last(this.date);
    }

    Instant from() {
        return first().atStartOfDay(this.zone).toInstant();
    }

    Instant to() {
        return last().plusDays(1).atStartOfDay(this.zone).toInstant();
    }

    /** Whether a day belongs to what was asked for, and not only to a whole week. */
    boolean contains(LocalDate day) {
        return this.view != CalendarView.MONTH || day.getMonth() == this.date.getMonth();
    }

    /** The month's name, or the first and the last day. */
    public String title() {
        return (this.view == CalendarView.MONTH) ? MONTH.format(this.date)
                : DAY.format(first()) + " – " + DAY.format(last());
    }

    /** The ISO week of the first day. */
    public int week() {
        return first().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    public LocalDate previous() {
        return this.view.moved(this.date, -1);
    }

    public LocalDate next() {
        return this.view.moved(this.date, 1);
    }

}
