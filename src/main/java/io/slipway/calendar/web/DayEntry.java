package io.slipway.calendar.web;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import io.slipway.calendar.CalendarItem;

/**
 * What a day shows of an item. Where a day is a list, an item that spans days is shown on
 * each of them, with marks that say that it goes on.
 *
 * @param part which part of it lies in the day
 * @param startTime when it begins, in the reader's zone
 * @param endTime when it ends, in the reader's zone
 * @param number the how manieth of its days this is, from 1
 * @param days how many days it touches
 */
record DayEntry(CalendarItem item, Part part, LocalTime startTime, LocalTime endTime, int number, int days) {

    static DayEntry of(CalendarItem item, Instant dayStart, Instant dayEnd, ZoneId zone, int number, int days) {
        boolean begins = !item.start().isBefore(dayStart);
        boolean ends = !item.end().isAfter(dayEnd);
        boolean through = !item.start().isAfter(dayStart) && !item.end().isBefore(dayEnd);
        Part part = Part.ENDS;
        if (through) {
            part = Part.THROUGH;
        }
        else if (begins) {
            part = ends ? Part.WITHIN : Part.BEGINS;
        }
        return new DayEntry(item, part, time(item.start(), zone), time(item.end(), zone), number, days);
    }

    private static LocalTime time(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    /** The part of the day in which it is listed. */
    public Band band() {
        return (this.part == Part.THROUGH || this.part == Part.ENDS) ? Band.THROUGH
                : Band.values()[1 + this.startTime.getHour() / 6];
    }

    /** Tells whether it began on an earlier day. */
    public boolean continued() {
        return this.number > 1;
    }

    /** Tells whether it goes on on the next day. */
    public boolean continues() {
        return this.number < this.days;
    }

    /** Which part of an item lies in a day. */
    enum Part {

        /** All of it. */
        WITHIN,
        /** Its begin. */
        BEGINS,
        /** Neither begin nor end: the whole day. */
        THROUGH,
        /** Its end. */
        ENDS

    }

    /** The parts of a day. */
    enum Band {

        /** What began before or takes all day. */
        THROUGH,
        /** From midnight to six. */
        NIGHT,
        /** From six to noon. */
        MORNING,
        /** From noon to six. */
        AFTERNOON,
        /** From six to midnight. */
        EVENING

    }

}
