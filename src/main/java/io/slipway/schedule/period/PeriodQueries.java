package io.slipway.schedule.period;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.input.KeyPage;
import io.slipway.schedule.Interval;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.Timeline.Span;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
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
            + " ended_at is not null as ended, over_at from schedule_periods";

    private final JdbcClient jdbc;

    private final Clock clock;

    PeriodQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    KeyPage<PeriodSummary> list(PeriodQuery query) {
        KeyOrder<Row> order = (query.over() ? KeyOrder.<Row>descending() : KeyOrder.<Row>ascending())
            .instant("over_at", Row::overAt)
            .number("id", Row::id);
        Clause where = Clause.of(query.over() ? "over_at <= :now" : "over_at > :now", "now", this.clock.instant())
            .and(Clause.given("kind", query.kind()));
        KeyPage<Row> page = order.page(this.jdbc, COLUMNS, where, query.from(), Row.class);
        return new KeyPage<>(withNext(page.rows()), page.next());
    }

    /** The occurrences of a period that are or come next. */
    List<Interval> next(long id, int limit) {
        return this.jdbc.sql("""
                select starts_at as start, ends_at as `end` from schedule_occurrences
                 where period_id = :id and ends_at > :now order by ends_at limit :limit""")
            .param("id", id)
            .param("now", this.clock.instant())
            .param("limit", limit)
            .query(Interval.class)
            .list();
    }

    /** Periods by their ids, with their next occurrences. */
    List<PeriodSummary> find(Collection<Long> ids) {
        return withNext(read(Clause.in("id", ids), " order by id"));
    }

    /** Freezes that forbid something and are not over, the first to end first. */
    List<PeriodSummary> freezes(int limit) {
        Clause lasting = Clause.equal("kind", PeriodKind.HARD_FREEZE)
            .and("over_at > :now", "now", this.clock.instant());
        return read(lasting, " order by over_at, id limit " + limit).stream().map((row) -> row.summary(null)).toList();
    }

    private List<Row> read(Clause where, String end) {
        return Clause.of(COLUMNS).where(where).append(end).on(this.jdbc).query(Row.class).list();
    }

    private List<PeriodSummary> withNext(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, Interval> next = this.jdbc.sql("""
                select period_id, min(starts_at) as start, min(ends_at) as `end` from schedule_occurrences
                 where period_id in (:ids) and ends_at > :now group by period_id""")
            .param("ids", rows.stream().map(Row::id).toList())
            .param("now", this.clock.instant())
            .query(Span.class)
            .list()
            .stream()
            .collect(Collectors.toMap(Span::periodId, Span::time));
        return rows.stream().map((row) -> row.summary(next.get(row.id()))).toList();
    }

    private record Row(long id, PeriodKind kind, String name, String owner, String services, String environments,
            String types, String zone, String rule, boolean ended, Instant overAt) {

        PeriodSummary summary(@Nullable Interval next) {
            return new PeriodSummary(this.id, this.kind, this.name, this.owner,
                    PeriodScope.ofLines(this.services, this.environments, this.types), this.zone, this.rule, this.ended,
                    this.overAt, next);
        }

    }

}
