package io.slipway.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.slipway.policy.Risk;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statement of a list of change records so that one index serves both its
 * filter and its order. Text looks at {@value #HITS} hits of each kind at most.
 */
final class ChangeListSql {

    static final int HITS = 500;

    private static final int SHORTEST_WORD = 3;

    private static final String COLUMNS = """
            select c.id, c.number, c.release_key, c.title, c.type, c.risk, c.status, c.planned_start,
                   (select json_arrayagg(s.service order by s.service)
                      from change_services s where s.change_record_id = c.id) as services
              from\s""";

    private ChangeListSql() {
    }

    static KeyOrder<Row> order(ChangeQuery query) {
        return KeyOrder.<Row>descending().number(byService(query) ? "t.change_record_id" : "c.id", Row::id);
    }

    static Clause of(ChangeQuery query) {
        Clause where = service(query).and(Clause.given("c.status", query.status()))
            .and(Clause.given("c.type", query.type()))
            .and(Clause.given("c.risk", query.risk()))
            .and(order(query).after(query.from()));
        return Clause.of(COLUMNS).append(source(query)).where(where).append(order(query).by() + KeyOrder.limit());
    }

    private static boolean byService(ChangeQuery query) {
        return !query.service().isBlank() && query.text().isBlank();
    }

    private static Clause service(ChangeQuery query) {
        Clause service = Clause.given("t.service", query.service());
        return (query.service().isBlank() || byService(query)) ? service
                : Clause.of("exists (select 1 from change_services t where t.change_record_id = c.id and ")
                    .append(service)
                    .append(")");
    }

    private static Clause source(ChangeQuery query) {
        if (byService(query)) {
            return Clause.of("change_services t straight_join change_records c on c.id = t.change_record_id");
        }
        String text = query.text().strip();
        if (text.isEmpty()) {
            return Clause.of("change_records c");
        }
        List<Clause> hits = new ArrayList<>();
        hits.add(hits("number like :start", "start", Clause.beginning(text)));
        hits.add(hits("release_key like :start", "start", Clause.beginning(text)));
        String words = Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
            .filter((word) -> word.length() >= SHORTEST_WORD)
            .map((word) -> "+" + word + "*")
            .collect(Collectors.joining(" "));
        if (!words.isEmpty()) {
            hits.add(hits("match (title) against (:words in boolean mode)", "words", words));
        }
        return Clause.of("(")
            .append(Clause.join(hits, " union "))
            .append(") h straight_join change_records c on c.id = h.id");
    }

    private static Clause hits(String condition, String name, String value) {
        return Clause.of("(select id from change_records where " + condition + " limit " + HITS + ")", name, value);
    }

    /** A row of the list. */
    record Row(long id, String number, String releaseKey, String title, ChangeType type, Risk risk, ChangeStatus status,
            @Nullable Instant plannedStart, @Nullable List<String> services) {

        ChangeSummary summary() {
            return new ChangeSummary(this.number, this.releaseKey, this.title, this.type, this.risk, this.status,
                    (this.services != null) ? this.services : List.of(), this.plannedStart);
        }

    }

}
