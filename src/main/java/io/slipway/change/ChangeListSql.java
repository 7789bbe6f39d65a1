package io.slipway.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.input.KeyPage;

/**
 * Writes the statement of a list of change records so that one index serves both its
 * filter and its order. Text looks at {@value #HITS} hits of each kind at most.
 */
final class ChangeListSql {

    static final int HITS = 500;

    private static final int SHORTEST_WORD = 3;

    private final ChangeQuery query;

    private final boolean byService;

    private final List<String> conditions = new ArrayList<>();

    private final Map<String, Object> parameters = new HashMap<>();

    ChangeListSql(ChangeQuery query) {
        this.query = query;
        this.byService = !query.service().isBlank() && query.text().isBlank();
        if (this.byService) {
            where("t.service = :service", "service", query.service());
        }
        else if (!query.service().isBlank()) {
            where("exists (select 1 from change_services t where t.change_record_id = c.id and t.service = :service)",
                    "service", query.service());
        }
        if (query.status() != null) {
            where("c.status = :status", "status", query.status().name());
        }
        if (query.type() != null) {
            where("c.type = :type", "type", query.type().name());
        }
        if (query.risk() != null) {
            where("c.risk = :risk", "risk", query.risk().name());
        }
        if (query.from().matches("[0-9]{1,18}")) {
            where(id() + " < :after", "after", Long.parseLong(query.from()));
        }
    }

    String text() {
        return """
                select c.id, c.number, c.release_key, c.title, c.type, c.risk, c.status, c.planned_start,
                       (select group_concat(s.service order by s.service separator '\\n')
                          from change_services s where s.change_record_id = c.id) as services
                  from %s%s order by %s desc limit %d""".formatted(source(),
                this.conditions.isEmpty() ? "" : " where " + String.join(" and ", this.conditions), id(),
                KeyPage.SIZE + 1);
    }

    Map<String, Object> parameters() {
        return this.parameters;
    }

    private String id() {
        return this.byService ? "t.change_record_id" : "c.id";
    }

    private String source() {
        if (this.byService) {
            return "change_services t straight_join change_records c on c.id = t.change_record_id";
        }
        String text = this.query.text().strip();
        if (text.isEmpty()) {
            return "change_records c";
        }
        List<String> hits = new ArrayList<>();
        this.parameters.put("start", text.replaceAll("([%_\\\\])", "\\\\$1") + "%");
        hits.add("(select id from change_records where number like :start limit " + HITS + ")");
        hits.add("(select id from change_records where release_key like :start limit " + HITS + ")");
        String words = Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
            .filter((word) -> word.length() >= SHORTEST_WORD)
            .map((word) -> "+" + word + "*")
            .collect(Collectors.joining(" "));
        if (!words.isEmpty()) {
            this.parameters.put("words", words);
            hits.add("(select id from change_records where match (title) against (:words in boolean mode) limit " + HITS
                    + ")");
        }
        return "(" + String.join(" union ", hits) + ") h straight_join change_records c on c.id = h.id";
    }

    private void where(String condition, String parameter, Object value) {
        this.conditions.add(condition);
        this.parameters.put(parameter, value);
    }

}
