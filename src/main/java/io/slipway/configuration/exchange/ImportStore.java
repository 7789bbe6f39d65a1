package io.slipway.configuration.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Keeps imports, and their rows as long as they wait.
 */
@Component
class ImportStore {

    private static final TypeReference<List<ProposedItem>> ROWS = new TypeReference<>() {
    };

    private static final String IMPORTS = """
            select id, file_name, format, row_count as `rows`, state, uploaded_by, uploaded_at, ended_by, ended_at,
                   added, changed, coalesce(passed_over, '[]') as passed_over from item_imports""";

    private final JdbcClient jdbc;

    private final ObjectMapper json;

    ImportStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long save(ImportFile file, ProposedItems rows, String by, Instant at) {
        try {
            GeneratedKeyHolder id = new GeneratedKeyHolder();
            Clause
                .insert("item_imports", "file_name", file.name(), "format", file.format(), "content",
                        this.json.writeValueAsString(rows.items()), "row_count", rows.items().size(), "passed_over",
                        Json.text(rows.passedOver()), "state", ItemImport.State.WAITING, "uploaded_by", by,
                        "uploaded_at", at)
                .on(this.jdbc)
                .update(id, "id");
            return Objects.requireNonNull(id.getKey()).longValue();
        }
        catch (JsonProcessingException ex) {
            throw new IllegalArgumentException("These rows cannot be written", ex);
        }
    }

    Optional<ItemImport> find(long id) {
        return this.jdbc.sql(IMPORTS + " where id = :id").param("id", id).query(ItemImport.class).optional();
    }

    List<ItemImport> latest() {
        return this.jdbc.sql(IMPORTS + " order by id desc limit :most")
            .param("most", KeyPage.SIZE)
            .query(ItemImport.class)
            .list();
    }

    /** The rows of an import that still waits. */
    Optional<List<ProposedItem>> rows(long id) {
        return this.jdbc.sql("select content from item_imports where id = :id and state = 'WAITING'")
            .param("id", id)
            .query(String.class)
            .optional()
            .map((content) -> {
                try {
                    return this.json.readValue(content, ROWS);
                }
                catch (JsonProcessingException ex) {
                    throw new IllegalStateException("The import " + id + " holds what are no rows", ex);
                }
            });
    }

    /** One statement decides who ends it: for whoever comes second it is false. */
    boolean end(long id, ItemImport.State state, String by, Instant at) {
        return Clause.update("item_imports", "state", state, "ended_by", by, "ended_at", at, "content", "")
            .where(Clause.of("id = :id and state = 'WAITING'", "id", id))
            .on(this.jdbc)
            .update() > 0;
    }

    void count(long id, long added, long changed) {
        Clause.update("item_imports", "added", added, "changed", changed)
            .where(Clause.equal("id", id))
            .on(this.jdbc)
            .update();
    }

}
