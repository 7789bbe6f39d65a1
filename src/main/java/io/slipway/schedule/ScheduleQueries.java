package io.slipway.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.slipway.schedule.Timeline.Period;
import io.slipway.schedule.Timeline.Span;
import io.slipway.sql.ReadOnce;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what is scheduled, by index. Occurrences that last up to a week are searched by
 * their start, since none that began more than a week before can still go on; the few
 * longer ones are searched by their end. So no search reads the past.
 */
@Component
class ScheduleQueries {

    /** Days that an occurrence may last to be searched by its start. */
    static final int SHORT_DAYS = 7;

    private static final String OVERLAPPING = """
            (select period_id, starts_at as start, ends_at as `end` from schedule_occurrences
              where long_lasting = false and starts_at > :from - interval %d day and starts_at < :to and ends_at > :from
            %s)
            union all
            (select period_id, starts_at as start, ends_at as `end` from schedule_occurrences
              where long_lasting = true and ends_at > :from and starts_at < :to
            %s)""";

    private static final String PERIOD = "p.id, p.kind, p.name, p.reason, p.owner, p.services, p.environments,"
            + " p.types, p.zone";

    private final JdbcClient jdbc;

    private final ScheduleWords words;

    private final ReadOnce once;

    ScheduleQueries(JdbcClient jdbc, ScheduleWords words, ReadOnce once) {
        this.jdbc = jdbc;
        this.words = words;
        this.once = once;
    }

    /** The windows and freezes that are not over at an instant. */
    List<Period> periods(Instant from) {
        return this.jdbc
            .sql("select " + PERIOD + " from schedule_periods p where p.over_at > :from order by p.over_at, p.id")
            .param("from", from)
            .query(Row.class)
            .list()
            .stream()
            .map(Row::period)
            .toList();
    }

    /** When, of the periods not over at an instant, occurrences are known to at least. */
    Optional<Instant> horizon(Collection<Long> periods) {
        if (periods.isEmpty()) {
            return Optional.empty();
        }
        return this.once.of("horizon", periods.toString(), () -> this.jdbc
            .sql("select min(expanded_until) from schedule_periods where over_at > expanded_until and id in (:ids)")
            .param("ids", periods)
            .query(Instant.class)
            .optional());
    }

    /** The occurrences of some periods that overlap a stretch of time. */
    List<Span> spans(Collection<Long> periods, Instant from, Instant to) {
        if (periods.isEmpty()) {
            return List.of();
        }
        return this.jdbc.sql(overlapping("and period_id in (:ids)"))
            .param("ids", periods)
            .param("from", from)
            .param("to", to)
            .query(Span.class)
            .list();
    }

    List<Occurrence> occurrences(Instant from, Instant to, int limit) {
        return this.jdbc.sql(occurrences())
            .param("from", from)
            .param("to", to)
            .param("limit", limit)
            .query(PeriodTime.class)
            .list()
            .stream()
            .map(this::occurrence)
            .toList();
    }

    /** The stop that holds, if there is one. */
    Optional<Stop> stopped() {
        return this.once.of("stop", "", () -> this.jdbc
            .sql("select stopped_by as `by`, stopped_at as at, reason from line_stops where still_stopped = true")
            .query(Stop.class)
            .optional());
    }

    static String occurrences() {
        return "select " + PERIOD + ", o.start, o.`end` from (" + overlapping("order by start, period_id limit :limit")
                + ") o straight_join schedule_periods p on p.id = o.period_id order by o.start, o.period_id limit :limit";
    }

    private static String overlapping(String end) {
        return OVERLAPPING.formatted(SHORT_DAYS, end, end);
    }

    private Occurrence occurrence(PeriodTime found) {
        Row period = found.period();
        return new Occurrence(period.id(), period.kind(), period.name(), period.reason(),
                this.words.scope(period.scope()), period.scope(), ZoneId.of(period.zone()), found.time().start(),
                found.time().end());
    }

    private record Row(long id, PeriodKind kind, String name, String reason, String owner, String services,
            String environments, String types, String zone) {

        PeriodScope scope() {
            return PeriodScope.ofLines(this.services, this.environments, this.types);
        }

        Period period() {
            return new Period(this.id, this.kind, this.name, this.reason, this.owner, scope(), ZoneId.of(this.zone));
        }

    }

    private record PeriodTime(Row period, Interval time) {
    }

}
