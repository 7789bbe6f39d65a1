package io.slipway.workflow.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which days have figures, and since when. Days are those of UTC.
 */
@Component
class StatisticsDays {

    /** Days whose figures reach back from the newest one without a gap. */
    private static final String UNBROKEN = """
            select min(day) as first, max(day) as last, max(made_at) as made_at
              from (select day, made_at, row_number() over (order by day desc) as place, max(day) over () as newest
                      from element_figure_days where day <= :today) numbered
             where day = newest - interval (place - 1) day""";

    private final JdbcClient jdbc;

    StatisticsDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the figures of each day since a day were made. */
    Map<LocalDate, Instant> since(LocalDate first) {
        Map<LocalDate, Instant> known = new HashMap<>();
        this.jdbc.sql("select day, made_at from element_figure_days where day >= ?").param(first).query((row) -> {
            known.put(row.getObject("day", LocalDate.class), instant(row.getObject("made_at", LocalDateTime.class)));
        });
        return known;
    }

    /**
     * Takes a day, in the caller's transaction: of several nodes that want to make the
     * same figures one gets it, and the others wait for its commit and are told no.
     * @param seen when its figures were made, as the caller knows it; null for never
     * @param now when they are made again
     * @return whether the caller is to make them
     */
    boolean take(LocalDate day, @Nullable Instant seen, Instant now) {
        if (seen == null) {
            return this.jdbc.sql("insert ignore into element_figure_days (day, made_at) values (?, ?)")
                .params(day, column(now))
                .update() == 1;
        }
        return this.jdbc.sql("update element_figure_days set made_at = ? where day = ? and made_at = ?")
            .params(column(now), day, column(seen))
            .update() == 1;
    }

    /** The first day on which anything ended that the engine still knows. */
    Optional<LocalDate> firstOfHistory() {
        return this.jdbc.sql("select min(END_TIME_) from ACT_HI_ACTINST")
            .query(LocalDateTime.class)
            .optional()
            .map(LocalDateTime::toLocalDate);
    }

    /** The days that are known without a gap, up to the newest one that is not ahead. */
    Optional<Unbroken> unbroken(LocalDate today) {
        return this.jdbc.sql(UNBROKEN).param("today", today).query((row, number) -> {
            LocalDate first = row.getObject("first", LocalDate.class);
            return (first == null) ? Optional.<Unbroken>empty() : Optional.of(new Unbroken(first,
                    row.getObject("last", LocalDate.class), instant(row.getObject("made_at", LocalDateTime.class))));
        }).single();
    }

    private static Instant instant(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime column(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /**
     * Days without a gap.
     *
     * @param first the first
     * @param last the last
     * @param madeAt when the latest of their figures were made
     */
    record Unbroken(LocalDate first, LocalDate last, Instant madeAt) {
    }

}
