package io.slipway.release;

import java.time.Instant;

import io.slipway.release.ReleaseQuery.State;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statement of a list of releases so that one index serves both its filter and
 * its order. The indexes begin with whether the release ended, so that the few open ones
 * are found at once among the many that ended.
 */
final class ReleaseListSql {

    private ReleaseListSql() {
    }

    static Clause of(ReleaseQuery query) {
        KeyOrder<Row> order = order(query);
        return Clause.of("select " + ReleaseQueries.COLUMNS + " from ")
            .append(source(query))
            .where(filter(query).and(order.after(query.from())))
            .append(order.by() + KeyOrder.LIMIT);
    }

    static KeyOrder<Row> order(ReleaseQuery query) {
        boolean byService = byService(query);
        String id = byService ? "t.release_id" : "r.id";
        return switch (query.sort()) {
            case KEY -> KeyOrder.<Row>ascending().text("r.release_key", (row) -> row.summary().key());
            case REGISTERED -> KeyOrder.<Row>descending().number(id, Row::id);
            case START -> ((state(query) == State.OPEN) ? KeyOrder.<Row>ascending() : KeyOrder.<Row>descending())
                .instant(byService ? "t.schedule_at" : "r.schedule_at", Row::scheduleAt)
                .number(id, Row::id);
        };
    }

    private static boolean byService(ReleaseQuery query) {
        return !query.service().isBlank() && query.text().isBlank();
    }

    private static @Nullable State state(ReleaseQuery query) {
        return (query.state() == null && query.text().isBlank()) ? State.OPEN : query.state();
    }

    private static Clause source(ReleaseQuery query) {
        if (!query.text().isBlank()) {
            return Clause.of("(")
                .append(ReleaseSearch.ids(query.text()))
                .append(") h straight_join releases r on r.id = h.id");
        }
        return Clause
            .of(byService(query) ? "release_services t straight_join releases r on r.id = t.release_id" : "releases r");
    }

    private static Clause filter(ReleaseQuery query) {
        return state(query, state(query)).and(service(query))
            .and(Clause.given("r.type", query.type()))
            .and(Clause.given("r.phase", query.phase()))
            .and(Clause.given("r.owner", query.owner()));
    }

    private static Clause state(ReleaseQuery query, @Nullable State state) {
        if (state == null) {
            return Clause.NONE;
        }
        Clause ended = Clause.equal(byService(query) ? "t.ended" : "r.ended", state != State.OPEN);
        if (state == State.OPEN || state == State.ENDED) {
            return ended;
        }
        Clause status = Clause.equal("r.status", state);
        return byService(query) ? status.and(ended) : status;
    }

    private static Clause service(ReleaseQuery query) {
        Clause service = Clause.given("t.service", query.service());
        return (query.service().isBlank() || byService(query)) ? service
                : Clause.of("exists (select 1 from release_services t where t.release_id = r.id and ")
                    .append(service)
                    .append(")");
    }

    /** A row of the list, with what its order is made of. */
    record Row(long id, Instant scheduleAt, ReleaseSummary summary) {
    }

}
