package io.slipway.schedule.period;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.input.KeyPage;
import io.slipway.policy.ReleaseType;
import io.slipway.schedule.Interval;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists windows and freezes in the order in which they end, a page with one statement and
 * its next occurrences with another.
 */
@Component
class PeriodQueries {

    private static final String COLUMNS = "select id, kind, name, owner, services, environments, types, zone, rule,"
            + " ended_at is not null, over_at from schedule_periods where ";

    private final JdbcClient jdbc;

    private final Clock clock;

    PeriodQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    KeyPage<PeriodSummary> list(PeriodQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", utc(this.clock.instant()));
        List<PeriodSummary> found = this.jdbc.sql(statement(query, parameters))
            .params(parameters)
            .query((row, number) -> summary(row, null))
            .list();
        KeyPage<PeriodSummary> page = KeyPage.of(found, (last) -> last.overAt().toEpochMilli() + "_" + last.id());
        Map<Long, Interval> next = next(page.rows().stream().map(PeriodSummary::id).toList());
        return new KeyPage<>(page.rows().stream().map((row) -> with(row, next.get(row.id()))).toList(), page.next());
    }

    static String statement(PeriodQuery query, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder(COLUMNS);
        String than = query.over() ? "<" : ">";
        sql.append(query.over() ? "over_at <= :now" : "over_at > :now");
        if (query.kind() != null) {
            sql.append(" and kind = :kind");
            parameters.put("kind", query.kind().name());
        }
        if (query.from().matches("[0-9]{1,15}_[0-9]{1,18}")) {
            String[] after = query.from().split("_");
            sql.append(" and over_at %s= :at and (over_at %s :at or id %s :id)".formatted(than, than, than));
            parameters.put("at", utc(Instant.ofEpochMilli(Long.parseLong(after[0]))));
            parameters.put("id", Long.parseLong(after[1]));
        }
        String direction = query.over() ? " desc" : "";
        return sql.append(" order by over_at")
            .append(direction)
            .append(", id")
            .append(direction)
            .append(" limit ")
            .append(KeyPage.SIZE + 1)
            .toString();
    }

    /** The occurrences of a period that are or come next. */
    List<Interval> next(long id, int limit) {
        return this.jdbc.sql("""
                select starts_at, ends_at from schedule_occurrences
                 where period_id = ? and ends_at > ? order by ends_at limit ?""")
            .params(id, utc(this.clock.instant()), limit)
            .query((row, number) -> new Interval(instant(row, 1), instant(row, 2)))
            .list();
    }

    /** Periods by their ids, with their next occurrences. */
    List<PeriodSummary> find(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<PeriodSummary> found = this.jdbc.sql(COLUMNS + "id in (:ids) order by id")
            .param("ids", ids)
            .query((row, number) -> summary(row, null))
            .list();
        Map<Long, Interval> next = next(List.copyOf(ids));
        return found.stream().map((row) -> with(row, next.get(row.id()))).toList();
    }

    /** Freezes that forbid something and are not over, the first to end first. */
    List<PeriodSummary> freezes(int limit) {
        return this.jdbc.sql(COLUMNS + "kind = 'HARD_FREEZE' and over_at > ? order by over_at, id limit ?")
            .params(utc(this.clock.instant()), limit)
            .query((row, number) -> summary(row, null))
            .list();
    }

    private Map<Long, Interval> next(List<Long> ids) {
        Map<Long, Interval> next = new HashMap<>();
        if (!ids.isEmpty()) {
            this.jdbc.sql("""
                    select period_id, min(starts_at), min(ends_at) from schedule_occurrences
                     where period_id in (:ids) and ends_at > :now group by period_id""")
                .param("ids", ids)
                .param("now", utc(this.clock.instant()))
                .query((row) -> {
                    next.put(row.getLong(1), new Interval(instant(row, 2), instant(row, 3)));
                });
        }
        return next;
    }

    private static PeriodSummary with(PeriodSummary row, @Nullable Interval next) {
        return new PeriodSummary(row.id(), row.kind(), row.name(), row.owner(), row.scope(), row.zone(), row.rule(),
                row.ended(), row.overAt(), next);
    }

    private static PeriodSummary summary(ResultSet row, @Nullable Interval next) throws SQLException {
        PeriodScope scope = new PeriodScope(lines(row.getString(5)), lines(row.getString(6)),
                lines(row.getString(7)).stream().map(ReleaseType::valueOf).toList());
        return new PeriodSummary(row.getLong(1), PeriodKind.valueOf(row.getString(2)), row.getString(3),
                row.getString(4), scope, row.getString(8), row.getString(9), row.getBoolean(10), instant(row, 11),
                next);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n")).filter((line) -> !line.isEmpty()).toList();
    }

}
