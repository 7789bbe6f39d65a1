package io.slipway.ui.axis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * How far the marks of an axis lie apart: a step that people count in. Marks lie where
 * the wall clock shows a multiple of it.
 */
enum TickStep {

    SECONDS_5(ChronoUnit.SECONDS, 5), SECONDS_15(ChronoUnit.SECONDS, 15), MINUTE(ChronoUnit.MINUTES, 1),
    MINUTES_5(ChronoUnit.MINUTES, 5), MINUTES_15(ChronoUnit.MINUTES, 15), HOUR(ChronoUnit.HOURS, 1),
    HOURS_3(ChronoUnit.HOURS, 3), HOURS_6(ChronoUnit.HOURS, 6), HOURS_12(ChronoUnit.HOURS, 12), DAY(ChronoUnit.DAYS, 1),
    DAYS_2(ChronoUnit.DAYS, 2), WEEK(ChronoUnit.WEEKS, 1), WEEKS_2(ChronoUnit.WEEKS, 2), MONTH(ChronoUnit.MONTHS, 1),
    MONTHS_3(ChronoUnit.MONTHS, 3), YEAR(ChronoUnit.YEARS, 1), YEARS_5(ChronoUnit.YEARS, 5);

    /** So many marks leave room for their labels. */
    private static final int MOST = 10;

    private final ChronoUnit unit;

    private final int amount;

    TickStep(ChronoUnit unit, int amount) {
        this.unit = unit;
        this.amount = amount;
    }

    /** The smallest step that does not crowd an axis. */
    static TickStep fitting(Duration length) {
        for (TickStep step : values()) {
            if (length.dividedBy(step.unit.getDuration().multipliedBy(step.amount)) < MOST) {
                return step;
            }
        }
        return YEARS_5;
    }

    /** The last mark that is not after a wall time. */
    LocalDateTime floor(LocalDateTime at) {
        LocalDate date = at.toLocalDate();
        return switch (this.unit) {
            case SECONDS, MINUTES, HOURS -> {
                long second = at.toLocalTime().toSecondOfDay();
                yield date.atTime(
                        LocalTime.ofSecondOfDay(second - second % (this.unit.getDuration().toSeconds() * this.amount)));
            }
            case DAYS -> date.minusDays(Math.floorMod(date.toEpochDay(), this.amount)).atStartOfDay();
            case WEEKS -> {
                LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield monday.minusWeeks(Math.floorMod(Math.floorDiv(monday.toEpochDay(), 7), this.amount))
                    .atStartOfDay();
            }
            case MONTHS -> date.withDayOfMonth(1).minusMonths((date.getMonthValue() - 1) % this.amount).atStartOfDay();
            default -> date.withDayOfYear(1).minusYears(date.getYear() % this.amount).atStartOfDay();
        };
    }

    LocalDateTime next(LocalDateTime mark) {
        return mark.plus(this.amount, this.unit);
    }

    /** The pattern of a mark's label. */
    String pattern() {
        return switch (this.unit) {
            case SECONDS -> "HH:mm:ss";
            case MINUTES, HOURS -> "HH:mm";
            case DAYS, WEEKS -> "d MMM";
            case MONTHS -> "MMM";
            default -> "uuuu";
        };
    }

    /** The pattern of what is told once for all marks within it. */
    String dayPattern() {
        return switch (this.unit) {
            case SECONDS, MINUTES, HOURS -> "d MMM uuuu";
            case DAYS, WEEKS, MONTHS -> "uuuu";
            default -> "''";
        };
    }

}
