package io.slipway.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.slipway.policy.ReleaseType;
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
            (select period_id, starts_at, ends_at from schedule_occurrences
              where long_lasting = false and starts_at > :from - interval %d day and starts_at < :to and ends_at > :from
            %s)
            union all
            (select period_id, starts_at, ends_at from schedule_occurrences
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
            .sql("select " + PERIOD + " from schedule_periods p where p.over_at > ? order by p.over_at, p.id")
            .param(utc(from))
            .query((row, number) -> period(row))
            .list();
    }

    /** When, of the periods not over at an instant, occurrences are known to at least. */
    Optional<Instant> horizon(Collection<Long> periods) {
        if (periods.isEmpty()) {
            return Optional.empty();
        }
        return this.once.of("horizon", periods.toString(), () -> this.jdbc
            .sql("select min(expanded_until) from schedule_periods where over_at > expanded_until and id in (:ids)")
            .param("ids", periods)
            .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
            .single()
            .map((at) -> at.toInstant(ZoneOffset.UTC)));
    }

    /** The occurrences of some periods that overlap a stretch of time. */
    List<Span> spans(Collection<Long> periods, Instant from, Instant to) {
        if (periods.isEmpty()) {
            return List.of();
        }
        return this.jdbc.sql(overlapping("and period_id in (:ids)"))
            .param("ids", periods)
            .param("from", utc(from))
            .param("to", utc(to))
            .query((row, number) -> new Span(row.getLong(1), interval(row)))
            .list();
    }

    List<Occurrence> occurrences(Instant from, Instant to, int limit) {
        return this.jdbc.sql(occurrences())
            .param("from", utc(from))
            .param("to", utc(to))
            .param("limit", limit)
            .query((row, number) -> occurrence(row))
            .list();
    }

    static String occurrences() {
        return "select " + PERIOD + ", o.starts_at, o.ends_at from ("
                + overlapping("order by starts_at, period_id limit :limit")
                + ") o straight_join schedule_periods p on p.id = o.period_id order by o.starts_at, o.period_id limit :limit";
    }

    private static String overlapping(String end) {
        return OVERLAPPING.formatted(SHORT_DAYS, end, end);
    }

    private Occurrence occurrence(ResultSet row) throws SQLException {
        Period period = period(row);
        return new Occurrence(period.id(), period.kind(), period.name(), period.reason(),
                this.words.scope(period.scope()), period.zone(), instant(row, 10), instant(row, 11));
    }

    private static Period period(ResultSet row) throws SQLException {
        List<ReleaseType> types = lines(row.getString(8)).stream().map(ReleaseType::valueOf).toList();
        PeriodScope scope = new PeriodScope(lines(row.getString(6)), lines(row.getString(7)), types);
        return new Period(row.getLong(1), PeriodKind.valueOf(row.getString(2)), row.getString(3), row.getString(4),
                row.getString(5), scope, ZoneId.of(row.getString(9)));
    }

    private static Interval interval(ResultSet row) throws SQLException {
        return new Interval(instant(row, 2), instant(row, 3));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n")).filter((line) -> !line.isEmpty()).toList();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

}
