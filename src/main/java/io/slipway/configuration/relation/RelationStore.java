package io.slipway.configuration.relation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemSummary;
import io.slipway.ui.InvalidInputException;
import io.slipway.ui.KeyPage;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps relations as pairs of ids, and reads them from either end by index.
 */
@Component
class RelationStore {

    private static final String ENDS = """
            select r.kind, r.%2$s as other_id, i.item_key
              from item_relations r join configuration_items i on i.id = r.%2$s
             where r.%1$s = (select id from configuration_items where item_key = :key)
               and (r.kind > :kind or (r.kind = :kind and r.%2$s > :id))
             order by r.kind, r.%2$s limit :limit""";

    private final JdbcClient database;

    private final ConfigurationManagement configuration;

    RelationStore(JdbcClient database, ConfigurationManagement configuration) {
        this.database = database;
        this.configuration = configuration;
    }

    /** The other ends of an item's relations, in the order of kind and registration. */
    List<RelatedItem> ends(String key, boolean outgoing, String from) {
        boolean sound = from.matches("[A-Z_]{1,16}~\\d{1,18}");
        int mark = from.indexOf('~');
        List<End> ends = this.database
            .sql(outgoing ? ENDS.formatted("source_id", "target_id") : ENDS.formatted("target_id", "source_id"))
            .param("key", key)
            .param("kind", sound ? from.substring(0, mark) : "")
            .param("id", sound ? Long.parseLong(from.substring(mark + 1)) : 0)
            .param("limit", KeyPage.SIZE + 1)
            .query(RelationStore::end)
            .list();
        Map<String, ItemSummary> items = new TreeMap<>();
        this.configuration.find(ends.stream().map(End::key).toList()).forEach((item) -> items.put(item.key(), item));
        return ends.stream()
            .filter((end) -> items.containsKey(end.key()))
            .map((end) -> new RelatedItem(end.kind(), items.get(end.key()), end.kind() + "~" + end.id()))
            .toList();
    }

    Map<String, SortedSet<RelationRef>> outgoing(Collection<String> keys) {
        Map<String, SortedSet<RelationRef>> found = new TreeMap<>();
        if (!keys.isEmpty()) {
            this.database.sql("""
                    select s.item_key as source, r.kind, t.item_key as target
                      from configuration_items s join item_relations r on r.source_id = s.id
                      join configuration_items t on t.id = r.target_id where s.item_key in (:keys)""")
                .param("keys", keys)
                .query((row) -> {
                    found.computeIfAbsent(row.getString("source"), (key) -> new TreeSet<>())
                        .add(new RelationRef(RelationKind.valueOf(row.getString("kind")), row.getString("target")));
                });
        }
        return found;
    }

    /** What is carried by some items. */
    Set<String> carriedBy(Collection<String> keys) {
        return keys.isEmpty() ? Set.of() : this.database.sql("""
                select distinct s.item_key from configuration_items t join item_relations r on r.target_id = t.id
                  join configuration_items s on s.id = r.source_id
                 where t.item_key in (:keys) and r.kind = 'RUNS_ON'""").param("keys", keys).query(String.class).set();
    }

    void insert(String source, RelationRef relation) {
        try {
            this.database.sql("""
                    insert into item_relations (source_id, kind, target_id)
                    select s.id, :kind, t.id from configuration_items s, configuration_items t
                     where s.item_key = :source and t.item_key = :target""")
                .param("source", source)
                .param("kind", relation.kind().name())
                .param("target", relation.target())
                .update();
        }
        catch (DuplicateKeyException ex) {
            throw new InvalidInputException("target", "configuration.relation.known", relation.target());
        }
    }

    boolean delete(String source, RelationRef relation) {
        return this.database.sql("""
                delete r from item_relations r
                  join configuration_items s on s.id = r.source_id join configuration_items t on t.id = r.target_id
                 where s.item_key = :source and r.kind = :kind and t.item_key = :target""")
            .param("source", source)
            .param("kind", relation.kind().name())
            .param("target", relation.target())
            .update() > 0;
    }

    private static End end(ResultSet row, int number) throws SQLException {
        return new End(RelationKind.valueOf(row.getString("kind")), row.getLong("other_id"), row.getString("item_key"));
    }

    private record End(RelationKind kind, long id, String key) {
    }

}
