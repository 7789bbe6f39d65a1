package io.slipway.workflow.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
             where day = newest - interval (place - 1) day
            having first is not null""";

    private final JdbcClient jdbc;

    StatisticsDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the figures of each day since a day were made. */
    Map<LocalDate, Instant> since(LocalDate first) {
        return this.jdbc.sql("select day, made_at from element_figure_days where day >= :first")
            .param("first", first)
            .query(Day.class)
            .list()
            .stream()
            .collect(Collectors.toMap(Day::day, Day::madeAt));
    }

    /**
     * Takes a day, in the caller's transaction: of several nodes that want to make the
     * same figures one gets it, and the others wait for its commit and are told no.
     * @param seen when its figures were made, as the caller knows it; null for never
     * @return whether the caller is to make them
     */
    boolean take(LocalDate day, @Nullable Instant seen, Instant now) {
        if (seen == null) {
            return this.jdbc.sql("insert ignore into element_figure_days (day, made_at) values (:day, :now)")
                .param("day", day)
                .param("now", now)
                .update() == 1;
        }
        return this.jdbc.sql("update element_figure_days set made_at = :now where day = :day and made_at = :seen")
            .param("now", now)
            .param("day", day)
            .param("seen", seen)
            .update() == 1;
    }

    /** The first day on which anything ended that the engine still knows. */
    Optional<LocalDate> firstOfHistory() {
        return this.jdbc.sql("select date(min(END_TIME_)) from ACT_HI_ACTINST").query(LocalDate.class).optional();
    }

    /** The days that are known without a gap, up to the newest one that is not ahead. */
    Optional<Unbroken> unbroken(LocalDate today) {
        return this.jdbc.sql(UNBROKEN).param("today", today).query(Unbroken.class).optional();
    }

    private record Day(LocalDate day, Instant madeAt) {
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
