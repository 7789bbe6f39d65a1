package io.slipway.schedule.web;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The simple choices of how a window or freeze recurs, and the rules they stand for.
 */
enum Repeat {

    /** Not at all. */
    ONCE,
    /** Each day. */
    DAILY,
    /** Each week on some days. */
    WEEKLY,
    /** Each month on the day of the first start. */
    MONTHLY,
    /** Each month on the last such weekday: the last Friday, say. */
    LAST_WEEKDAY,
    /** Each year on the date of the first start. */
    YEARLY,
    /** By a rule that somebody wrote. */
    RULE;

    String rule(LocalDateTime start, List<DayOfWeek> days, String typed) {
        return switch (this) {
            case ONCE -> "";
            case DAILY -> "FREQ=DAILY";
            case WEEKLY -> "FREQ=WEEKLY;BYDAY=" + (days.isEmpty() ? day(start.getDayOfWeek())
                    : days.stream().sorted().map(Repeat::day).collect(Collectors.joining(",")));
            case MONTHLY -> "FREQ=MONTHLY;BYMONTHDAY=" + start.getDayOfMonth();
            case LAST_WEEKDAY -> "FREQ=MONTHLY;BYDAY=-1" + day(start.getDayOfWeek());
            case YEARLY ->
                "FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY=%d".formatted(start.getMonthValue(), start.getDayOfMonth());
            case RULE -> typed;
        };
    }

    /** The simple choice that stands for a rule. */
    static Repeat of(String rule, LocalDateTime start) {
        return Arrays.stream(values())
            .filter((choice) -> choice != RULE && choice.rule(start, days(rule), "").equals(rule))
            .findFirst()
            .orElse(RULE);
    }

    /** The days of a weekly rule. */
    static List<DayOfWeek> days(String rule) {
        if (!rule.matches("FREQ=WEEKLY;BYDAY=([A-Z]{2})(,[A-Z]{2})*")) {
            return List.of();
        }
        List<String> chosen = List.of(rule.substring(rule.lastIndexOf('=') + 1).split(","));
        return Arrays.stream(DayOfWeek.values()).filter((day) -> chosen.contains(day(day))).toList();
    }

    private static String day(DayOfWeek day) {
        return day.name().substring(0, 2).toUpperCase(Locale.ROOT);
    }

}
