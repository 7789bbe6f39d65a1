package io.slipway.calendar.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;

/**
 * How a calendar is looked at: which days it shows, how it goes on from there, and how
 * much of a day.
 */
enum CalendarView {

    /** Four weeks from a day on, in rows of services or environments. */
    SCHEDULE(0, 0),
    /** Whole weeks around a month, a few items in each day. */
    MONTH(5, 5),
    /** One week, each day by parts of the day. */
    WEEK(30, 30),
    /** Two weeks from a day on, as a list; all of the first day. */
    AGENDA(200, 20);

    static final int SCHEDULE_DAYS = 28;

    private static final int AGENDA_DAYS = 14;

    private static final int WEEK_TIERS = 10;

    private final int onFirstDay;

    private final int onOtherDays;

    CalendarView(int onFirstDay, int onOtherDays) {
        this.onFirstDay = onFirstDay;
        this.onOtherDays = onOtherDays;
    }

    /**
     * The view of that name.
     * @param name in either case; null or an unknown one means the schedule
     */
    static CalendarView of(String name) {
        return Arrays.stream(values())
            .filter((view) -> view.id().equals(name.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(SCHEDULE);
    }

    /** Its name in addresses, such as {@code month}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    LocalDate first(LocalDate date) {
        return switch (this) {
            case MONTH -> monday(date.withDayOfMonth(1));
            case WEEK -> monday(date);
            case SCHEDULE, AGENDA -> date;
        };
    }

    LocalDate last(LocalDate date) {
        return switch (this) {
            case MONTH -> monday(date.with(TemporalAdjusters.lastDayOfMonth())).plusDays(6);
            case WEEK -> monday(date).plusDays(6);
            case AGENDA -> date.plusDays(AGENDA_DAYS - 1);
            case SCHEDULE -> date.plusDays(SCHEDULE_DAYS - 1);
        };
    }

    /** The date that shows the period before, or after. */
    LocalDate moved(LocalDate date, int by) {
        return switch (this) {
            case MONTH -> date.withDayOfMonth(1).plusMonths(by);
            case WEEK -> monday(date).plusWeeks(by);
            case AGENDA -> date.plusDays((long) by * AGENDA_DAYS);
            case SCHEDULE -> date.plusDays((long) by * SCHEDULE_DAYS);
        };
    }

    /**
     * How many bars of items that span days lie above each other; none lists each day.
     */
    int tiers() {
        return switch (this) {
            case MONTH -> this.onOtherDays;
            case WEEK -> WEEK_TIERS;
            case SCHEDULE, AGENDA -> 0;
        };
    }

    /** How many items fit into a day. */
    int room(boolean firstDay) {
        return firstDay ? this.onFirstDay : this.onOtherDays;
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

}
