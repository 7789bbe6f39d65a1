package io.slipway.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.input.KeyPage;
import io.slipway.release.ReleaseQuery.Sort;
import io.slipway.release.ReleaseQuery.State;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statement of a list of releases so that one index serves both its filter and
 * its order. The indexes begin with whether the release ended, so that the few open ones
 * are found at once among the many that ended.
 */
final class ReleaseListSql {

    private final ReleaseQuery query;

    private final @Nullable State state;

    private final boolean byService;

    private final List<String> conditions = new ArrayList<>();

    private final Map<String, Object> parameters = new HashMap<>();

    ReleaseListSql(ReleaseQuery query) {
        this.query = query;
        this.state = (query.state() == null && query.text().isBlank()) ? State.OPEN : query.state();
        this.byService = !query.service().isBlank() && query.text().isBlank();
        filter();
        if (!query.from().isEmpty()) {
            after(query.from());
        }
    }

    String text() {
        return "select r.*, " + ReleaseRows.SERVICES + " from " + source()
                + (this.conditions.isEmpty() ? "" : " where " + String.join(" and ", this.conditions)) + " order by "
                + order() + " limit " + (KeyPage.SIZE + 1);
    }

    Map<String, Object> parameters() {
        return this.parameters;
    }

    String cursor(long id, String key, Instant scheduleAt) {
        return switch (this.query.sort()) {
            case KEY -> key;
            case REGISTERED -> Long.toString(id);
            case START -> scheduleAt.toEpochMilli() + "_" + id;
        };
    }

    private String source() {
        if (!this.query.text().isBlank()) {
            ReleaseSearch search = new ReleaseSearch(this.query.text());
            this.parameters.putAll(search.parameters());
            return "(" + search.statement() + ") h straight_join releases r on r.id = h.id";
        }
        return this.byService ? "release_services t straight_join releases r on r.id = t.release_id" : "releases r";
    }

    private void filter() {
        boolean byStatus = this.state != null && this.state != State.OPEN && this.state != State.ENDED;
        if (this.byService) {
            where("t.service = :service", "service", this.query.service());
            where("t.ended = :ended", "ended", this.state != State.OPEN);
        }
        else if (!this.query.service().isBlank()) {
            where("exists (select 1 from release_services t where t.release_id = r.id and t.service = :service)",
                    "service", this.query.service());
        }
        if (byStatus) {
            where("r.status = :status", "status", this.state.name());
        }
        else if (this.state != null && !this.byService) {
            where("r.ended = :ended", "ended", this.state != State.OPEN);
        }
        if (this.query.type() != null) {
            where("r.type = :type", "type", this.query.type().name());
        }
        if (this.query.phase() != null) {
            where("r.phase = :phase", "phase", this.query.phase().name());
        }
        if (!this.query.owner().isBlank()) {
            where("r.owner = :owner", "owner", this.query.owner());
        }
    }

    private void after(String cursor) {
        String id = id();
        switch (this.query.sort()) {
            case KEY -> where("r.release_key > :after", "after", cursor);
            case REGISTERED -> where(id + " < :after", "after", number(cursor));
            case START -> {
                int at = cursor.indexOf('_');
                String start = schedule();
                String than = latestFirst() ? "<" : ">";
                where(start + " " + than + "= :after and (" + start + " " + than + " :after or " + id + " " + than
                        + " :afterId)", "after",
                        ReleaseRows.column(Instant.ofEpochMilli(number(cursor.substring(0, Math.max(at, 0))))));
                this.parameters.put("afterId", number(cursor.substring(at + 1)));
            }
        }
    }

    private String order() {
        String direction = (latestFirst() || this.query.sort() == Sort.REGISTERED) ? " desc" : "";
        return switch (this.query.sort()) {
            case KEY -> "r.release_key";
            case REGISTERED -> id() + direction;
            case START -> schedule() + direction + ", " + id() + direction;
        };
    }

    private boolean latestFirst() {
        return this.state != State.OPEN;
    }

    private String schedule() {
        return this.byService ? "t.schedule_at" : "r.schedule_at";
    }

    private String id() {
        return this.byService ? "t.release_id" : "r.id";
    }

    private void where(String condition, String parameter, Object value) {
        this.conditions.add(condition);
        this.parameters.put(parameter, value);
    }

    /** Reads a number of a cursor; one that nobody gave out begins anew. */
    private static long number(String text) {
        return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

}
