package io.slipway.configuration.exchange;

import java.util.List;
import java.util.Optional;

import io.slipway.identity.Act;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps imports, and their rows as long as they wait.
 */
@Component
class ImportStore {

    private static final String IMPORTS = """
            select id, file_name, format, row_count as `rows`, state, uploaded_by, uploaded_at, ended_by, ended_at,
                   added, changed, coalesce(passed_over, '[]') as passed_over from item_imports""";

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long save(ImportFile file, ProposedItems rows, Act act) {
        return Clause.insert("item_imports", "file_name", file.name(), "format", file.format(), "content",
                Json.text(rows.items()), "row_count", rows.items().size(), "passed_over", Json.text(rows.passedOver()),
                "state", ItemImport.State.WAITING, "uploaded_by", act.by(), "uploaded_at", act.at())
            .insertedBy(this.jdbc);
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
            .query(Content.class)
            .optional()
            .map(Content::content);
    }

    /** One statement decides who ends it: for whoever comes second it is false. */
    boolean end(long id, ItemImport.State state, Act act) {
        return Clause.update("item_imports", "state", state, "ended_by", act.by(), "ended_at", act.at(), "content", "")
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

    private record Content(List<ProposedItem> content) {
    }

}
