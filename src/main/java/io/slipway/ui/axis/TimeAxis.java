package io.slipway.ui.axis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The axis of a timeline: where each instant lies, at the same distance for the same time
 * whatever the clocks on the wall do.
 *
 * @param from the instant at its left end, UTC
 * @param to the instant at its right end, UTC
 * @param zone the zone of whoever looks at it
 * @param left where it begins
 */
public record TimeAxis(Instant from, Instant to, ZoneId zone, double left, double width) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Weekends of longer times are too narrow to be seen. */
    private static final Duration WITH_WEEKENDS = Duration.ofDays(120);

    /** Lengthens what is too short to be drawn. */
    public TimeAxis {
        if (Duration.between(from, to).compareTo(SHORTEST) < 0) {
            to = from.plus(SHORTEST);
        }
    }

    /** Where an instant lies, within the axis. */
    public double x(Instant at) {
        double share = (double) Duration.between(this.from, at).toMillis()
                / Duration.between(this.from, this.to).toMillis();
        return rounded(this.left + this.width * Math.max(0, Math.min(1, share)));
    }

    public double right() {
        return this.left + this.width;
    }

    /** The marks, at wall times that people count in. */
    public List<Tick> ticks() {
        TickStep step = TickStep.fitting(Duration.between(this.from, this.to));
        DateTimeFormatter label = DateTimeFormatter.ofPattern(step.pattern(), Locale.ENGLISH);
        DateTimeFormatter day = DateTimeFormatter.ofPattern(step.dayPattern(), Locale.ENGLISH);
        List<Tick> ticks = new ArrayList<>();
        String told = "";
        Instant last = Instant.MIN;
        LocalDateTime mark = step.floor(LocalDateTime.ofInstant(this.from, this.zone));
        for (Instant at = instant(mark); !at.isAfter(this.to); at = instant(mark)) {
            // Where the clocks are put forward, a mark may not exist and fall on the
            // next.
            if (!at.isBefore(this.from) && at.isAfter(last)) {
                String shown = day.format(mark);
                ticks.add(new Tick(x(at), label.format(at.atZone(this.zone)), shown.equals(told) ? "" : shown));
                told = shown;
                last = at;
            }
            mark = step.next(mark);
        }
        return ticks;
    }

    /**
     * The weekends, from Saturday's first to Sunday's last moment in the reader's zone.
     */
    public List<Band> weekends() {
        List<Band> weekends = new ArrayList<>();
        if (Duration.between(this.from, this.to).compareTo(WITH_WEEKENDS) <= 0) {
            LocalDate saturday = LocalDate.ofInstant(this.from, this.zone)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
            for (; instant(saturday.atStartOfDay()).isBefore(this.to); saturday = saturday.plusWeeks(1)) {
                double begin = x(instant(saturday.atStartOfDay()));
                double end = x(instant(saturday.plusDays(2).atStartOfDay()));
                if (end > begin) {
                    weekends.add(new Band(begin, rounded(end - begin)));
                }
            }
        }
        return weekends;
    }

    private Instant instant(LocalDateTime wall) {
        return wall.atZone(this.zone).toInstant();
    }

    public static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /**
     * A stretch of the axis.
     *
     * @param x where it begins
     */
    public record Band(double x, double width) {
    }

}
