package io.slipway.configuration.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.input.KeyPage;
import org.jspecify.annotations.Nullable;

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

    private static final TypeReference<List<String>> TITLES = new TypeReference<>() {
    };

    private final JdbcClient jdbc;

    private final ObjectMapper json;

    ImportStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long save(ImportFile file, ProposedItems rows, String by, Instant at) {
        try {
            GeneratedKeyHolder id = new GeneratedKeyHolder();
            this.jdbc.sql("""
                    insert into item_imports (file_name, format, content, row_count, passed_over, state, uploaded_by,
                                              uploaded_at)
                    values (?, ?, ?, ?, ?, 'WAITING', ?, ?)""")
                .params(file.name(), file.format().name(), this.json.writeValueAsString(rows.items()),
                        rows.items().size(), this.json.writeValueAsString(rows.passedOver()), by, column(at))
                .update(id, "id");
            return Objects.requireNonNull(id.getKey()).longValue();
        }
        catch (JsonProcessingException ex) {
            throw new IllegalArgumentException("These rows cannot be written", ex);
        }
    }

    Optional<ItemImport> find(long id) {
        return this.jdbc.sql("select * from item_imports where id = ?").param(id).query(this::read).optional();
    }

    List<ItemImport> latest() {
        return this.jdbc.sql("select * from item_imports order by id desc limit ?")
            .param(KeyPage.SIZE)
            .query(this::read)
            .list();
    }

    /** The rows of an import that still waits. */
    Optional<List<ProposedItem>> rows(long id) {
        return this.jdbc.sql("select content from item_imports where id = ? and state = 'WAITING'")
            .param(id)
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
        return this.jdbc.sql("""
                update item_imports set state = ?, ended_by = ?, ended_at = ?, content = ''
                 where id = ? and state = 'WAITING'""").params(state.name(), by, column(at), id).update() > 0;
    }

    void count(long id, long added, long changed) {
        this.jdbc.sql("update item_imports set added = ?, changed = ? where id = ?")
            .params(added, changed, id)
            .update();
    }

    private static LocalDateTime column(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private ItemImport read(ResultSet row, int number) throws SQLException {
        LocalDateTime ended = row.getObject("ended_at", LocalDateTime.class);
        return new ItemImport(row.getLong("id"), row.getString("file_name"),
                ItemImport.Format.valueOf(row.getString("format")), row.getInt("row_count"),
                ItemImport.State.valueOf(row.getString("state")), row.getString("uploaded_by"),
                row.getObject("uploaded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString("ended_by"),
                (ended != null) ? ended.toInstant(ZoneOffset.UTC) : null, row.getInt("added"), row.getInt("changed"),
                titles(row.getString("passed_over")));
    }

    private List<String> titles(@Nullable String column) {
        try {
            return (column != null) ? this.json.readValue(column, TITLES) : List.of();
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException("An import holds what are no titles", ex);
        }
    }

}
