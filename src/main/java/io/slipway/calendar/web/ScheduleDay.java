package io.slipway.calendar.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A column of the schedule.
 *
 * @param head whether its month is written
 */
record ScheduleDay(LocalDate date, boolean today, boolean head) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEEE", Locale.ENGLISH);

    public String month() {
        return MONTH.format(this.date);
    }

    public String weekday() {
        return WEEKDAY.format(this.date);
    }

    public boolean weekend() {
        return this.date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

}
