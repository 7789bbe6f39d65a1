package io.slipway.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.slipway.release.ReleaseSummary;
import io.slipway.release.page.ReleaseLine;
import io.slipway.schedule.Occurrence;
import io.slipway.schedule.PeriodKind;
import org.jspecify.annotations.Nullable;

/**
 * The next fourteen days: what is deployed, when it may be, and what is in the way.
 *
 * @param inTheWay the releases that cannot be deployed as planned
 */
record Fortnight(List<Day> days, List<ReleaseLine> inTheWay) {

    static final int DAYS = 14;

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    static Fortnight of(LocalDate today, ZoneId zone, List<ReleaseSummary> planned, List<Occurrence> schedule,
            List<ReleaseLine> inTheWay) {
        return new Fortnight(IntStream.range(0, DAYS).mapToObj(today::plusDays).map((date) -> {
            Instant from = date.atStartOfDay(zone).toInstant();
            Instant to = date.plusDays(1).atStartOfDay(zone).toInstant();
            return new Day(date, date.format(NAME),
                    planned.stream().filter((release) -> within(release.plannedStart(), from, to)).toList(),
                    names(schedule, from, to, false), names(schedule, from, to, true));
        }).toList(), inTheWay);
    }

    private static boolean within(@Nullable Instant at, Instant from, Instant to) {
        return at != null && !at.isBefore(from) && at.isBefore(to);
    }

    private static List<String> names(List<Occurrence> schedule, Instant from, Instant to, boolean windows) {
        return schedule.stream()
            .filter((one) -> (one.kind() == PeriodKind.WINDOW) == windows)
            .filter((one) -> one.start().isBefore(to) && one.end().isAfter(from))
            .map(Occurrence::name)
            .distinct()
            .toList();
    }

    /**
     * One day.
     *
     * @param name such as {@code Mon 30 Nov}
     * @param releases what is planned to start on it
     * @param freezes names of the freezes on it
     * @param windows names of the windows on it
     */
    record Day(LocalDate date, String name, List<ReleaseSummary> releases, List<String> freezes, List<String> windows) {

        /** Whether nothing is on it. */
        public boolean free() {
            return this.releases.isEmpty() && this.freezes.isEmpty();
        }

    }

}
