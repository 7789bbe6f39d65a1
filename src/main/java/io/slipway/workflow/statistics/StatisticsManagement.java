package io.slipway.workflow.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells how long and how often the elements of process models took, from figures made
 * ahead: it costs the days asked for, never the size of the engine's history.
 */
@Service
@Transactional(readOnly = true)
public class StatisticsManagement {

    /** By the days, and for each day and version by the beginning of the primary key. */
    static final String READ = """
            select f.element, f.bucket, sum(f.passes) as passes, sum(f.cancelled) as cancelled, sum(f.millis) as millis
              from ACT_RE_PROCDEF p
              straight_join element_figure_days d
              straight_join element_figures f on f.day = d.day and f.definition = p.ID_
             where p.ID_ in (:definitions) and d.day between :from and :to
             group by f.element, f.bucket""";

    private final JdbcClient jdbc;

    private final StatisticsDays days;

    private final Clock clock;

    StatisticsManagement(JdbcClient jdbc, StatisticsDays days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    /**
     * The figures of a period.
     * @param versions ids of the versions, at least one; their figures are added up
     * @param from the first day, UTC
     * @param to the last day, UTC, included
     * @return the figures of every element that something ended on
     */
    public PeriodStatistics of(Collection<String> versions, LocalDate from, LocalDate to) {
        Map<String, Sum> sums = new TreeMap<>();
        this.jdbc.sql(READ)
            .param("definitions", versions)
            .param("from", from)
            .param("to", to)
            .query(Row.class)
            .list()
            .forEach((row) -> sums.computeIfAbsent(row.element(), (element) -> new Sum()).add(row));
        List<ElementStatistics> elements = sums.entrySet()
            .stream()
            .map((entry) -> entry.getValue().statistics(entry.getKey()))
            .toList();
        LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
        Optional<StatisticsDays.Unbroken> known = this.days.unbroken(today);
        LocalDate completeFrom = known.map(StatisticsDays.Unbroken::first).orElse(null);
        Instant asOf = known.map(StatisticsDays.Unbroken::madeAt).orElse(null);
        boolean filling = this.days.firstOfHistory()
            .filter((first) -> !first.isAfter(today))
            .map((first) -> completeFrom == null || first.isBefore(completeFrom))
            .orElse(false);
        return new PeriodStatistics(from, to, elements, completeFrom, asOf, filling);
    }

    private record Row(String element, int bucket, long passes, long cancelled, long millis) {
    }

    /** What adds up for one element. */
    private static final class Sum {

        private final DurationHistogram durations = new DurationHistogram();

        private long cancelled;

        private long millis;

        private void add(Row row) {
            this.durations.add(row.bucket(), row.passes());
            this.cancelled += row.cancelled();
            this.millis += row.millis();
        }

        private ElementStatistics statistics(String element) {
            return new ElementStatistics(element, this.durations.total(), this.cancelled,
                    Duration.ofMillis(this.durations.quantile(0.5)), Duration.ofMillis(this.durations.quantile(0.9)),
                    Duration.ofMillis(this.millis));
        }

    }

}
