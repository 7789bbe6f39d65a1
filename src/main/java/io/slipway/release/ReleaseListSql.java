package io.slipway.release;

import java.time.Duration;
import java.time.Instant;

import io.slipway.release.ReleaseQuery.OfRecord;
import io.slipway.release.ReleaseQuery.Sort;
import io.slipway.release.ReleaseQuery.State;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import io.slipway.workflow.history.LongestWaiting;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statement of a list of releases so that one index serves both its filter and
 * its order. The indexes begin with whether the release ended, so that the few open ones
 * are found at once among the many that ended.
 */
final class ReleaseListSql {

    /** What should have begun yesterday is still among what is next. */
    private static final Duration LATELY = Duration.ofDays(1);

    private static final Duration SOON = Duration.ofDays(14);

    private final ReleaseQuery query;

    private final @Nullable State state;

    private final Instant now;

    private ReleaseListSql(ReleaseQuery query, Instant now) {
        this.query = query;
        this.state = (query.state() == null && query.text().isBlank()) ? State.OPEN : query.state();
        this.now = now;
    }

    static ReleaseListSql of(ReleaseQuery query, Instant now) {
        return new ReleaseListSql(query, now);
    }

    Clause page() {
        String waits = byWaiting() ? "w.created_at waiting_since, w.id waiting_item"
                : "null waiting_since, null waiting_item";
        KeyOrder<Row> order = order();
        return Clause.of("select " + ReleaseQueries.COLUMNS + ", " + waits + " from ")
            .append(source())
            .where(filter().and(order.after(this.query.from())))
            .append(order.by() + KeyOrder.limit());
    }

    /** Counts no further than a cap. */
    Clause count(int cap) {
        return Clause.of("select count(*) from (select 1 from ")
            .append(source())
            .where(filter())
            .append(" limit " + (cap + 1) + ") some");
    }

    KeyOrder<Row> order() {
        String id = byService() ? "t.release_id" : "r.id";
        if (byWaiting()) {
            return KeyOrder.<Row>ascending()
                .instant("w.created_at", Row::waitingSince)
                .text("w.id", (row) -> "" + row.waitingItem());
        }
        return switch (this.query.sort()) {
            case KEY -> KeyOrder.<Row>ascending().text("r.release_key", (row) -> row.summary().key());
            case REGISTERED -> KeyOrder.<Row>descending().number(id, Row::id);
            case START, WAITING ->
                ((this.state != null && this.state.open()) ? KeyOrder.<Row>ascending() : KeyOrder.<Row>descending())
                    .instant(schedule(), Row::scheduleAt)
                    .number(id, Row::id);
        };
    }

    private boolean byWaiting() {
        return this.query.sort() == Sort.WAITING && this.query.text().isBlank() && this.state != null
                && this.state.open();
    }

    private boolean byService() {
        return !this.query.service().isBlank() && this.query.text().isBlank() && !byWaiting();
    }

    private String schedule() {
        return byService() ? "t.schedule_at" : "r.schedule_at";
    }

    private Clause source() {
        if (!this.query.text().isBlank()) {
            return Clause.of("(")
                .append(ReleaseSearch.ids(this.query.text()))
                .append(") h straight_join releases r on r.id = h.id");
        }
        if (byWaiting()) {
            return Clause.of(LongestWaiting.SOURCE + " straight_join releases r on r.release_key = w.business_key");
        }
        return Clause
            .of(byService() ? "release_services t straight_join releases r on r.id = t.release_id" : "releases r");
    }

    private Clause filter() {
        Clause waiting = byWaiting() ? LongestWaiting.condition() : Clause.NONE;
        return waiting.and((this.state != null) ? state(this.state) : Clause.NONE)
            .and(service())
            .and(Clause.given("r.type", this.query.type()))
            .and(Clause.given("r.phase", this.query.phase()))
            .and(Clause.given("r.owner", this.query.owner()))
            .and(record(this.query.record()));
    }

    private Clause record(OfRecord asked) {
        Clause clause = Clause.NONE;
        if (asked.since() != null) {
            clause = clause.and(schedule() + " >= :since", "since", asked.since());
        }
        if (asked.until() != null) {
            clause = clause.and(schedule() + " < :until", "until", asked.until());
        }
        if (!asked.person().isBlank()) {
            clause = clause.and("1 = (select 1 from audit_entries a where a.actor = :person"
                    + " and a.release_key = r.release_key limit 1)", "person", asked.person());
        }
        if (!asked.deviation().isBlank()) {
            clause = clause.and(Clause.equal("r.deviated", true))
                .and("json_contains(r.deviations, json_quote(:deviation))", "deviation", asked.deviation());
        }
        return clause;
    }

    private Clause state(State asked) {
        if (asked == State.ANY) {
            return byService() ? Clause.of("t.ended in (false, true)") : Clause.NONE;
        }
        Clause ended = Clause.equal(byService() ? "t.ended" : "r.ended", !asked.open());
        return switch (asked) {
            case OPEN, ENDED -> ended;
            case STUCK -> ended.and(stuck());
            case SOON -> ended.and(schedule() + " >= :lately and " + schedule() + " < :soon")
                .with("lately", this.now.minus(LATELY))
                .with("soon", this.now.plus(SOON));
            case DEVIATED -> Clause.equal("r.deviated", true).and(byService() ? ended : Clause.NONE);
            default -> Clause.equal("r.status", asked).and(byService() ? ended : Clause.NONE);
        };
    }

    private Clause stuck() {
        Instant before = this.now.minus(ReleaseQuery.STUCK);
        return byWaiting() ? LongestWaiting.since(before) : LongestWaiting.any("r.release_key", before);
    }

    private Clause service() {
        Clause service = Clause.given("t.service", this.query.service());
        return (this.query.service().isBlank() || byService()) ? service
                : Clause.of("exists (select 1 from release_services t where t.release_id = r.id and ")
                    .append(service)
                    .append(")");
    }

    /**
     * A row of the list, with what its order is made of.
     *
     * @param waitingSince since when it waits for somebody, where that is the order
     * @param waitingItem what waits
     */
    record Row(long id, Instant scheduleAt, @Nullable Instant waitingSince, @Nullable String waitingItem,
            ReleaseSummary summary) {
    }

}
