package io.slipway.calendar.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A day of the calendar.
 *
 * @param date the day
 * @param inside whether it belongs to the month that is shown
 * @param length how long it is: not 24 hours where clocks are changed
 * @param bars what spans days and begins here, or goes on from the week before
 * @param tiers how many bars lie on it or are left room for
 * @param more how many items it has no room for
 */
record CalendarDay(LocalDate date, boolean today, boolean inside, Duration length, List<DayBar> bars, int tiers,
        List<DayEntry> entries, int more) {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

    /** The day in words, such as {@code Monday 23 November}. */
    public String name() {
        return NAME.format(this.date);
    }

    /** The day in words with its year. */
    public String fullName() {
        return FULL.format(this.date);
    }

    /** Tells whether clocks are changed in it. */
    public boolean odd() {
        return !this.length.equals(Duration.ofDays(1));
    }

    /** How many hours it has, such as 23. */
    public double hours() {
        return this.length.toMinutes() / 60.0;
    }

    /** The items of a part of the day. */
    public List<DayEntry> entriesIn(DayEntry.Band band) {
        return this.entries.stream().filter((entry) -> entry.band() == band).toList();
    }

    /** Tells whether nothing lies in it. */
    public boolean empty() {
        return quiet() && this.tiers == 0;
    }

    /** Tells whether nothing lies in it but bars that are told on an earlier day. */
    public boolean quiet() {
        return this.entries.isEmpty() && this.more == 0 && this.bars.isEmpty();
    }

}
