package io.slipway.configuration.relation;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.slipway.configuration.Batches;
import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemSummary;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps relations as pairs of ids, and reads them from either end by index.
 */
@Component
class RelationStore {

    private static final String ENDS = """
            select r.kind, r.%2$s as id, i.item_key as `key`
              from item_relations r join configuration_items i on i.id = r.%2$s
             where r.%1$s = (select id from configuration_items where item_key = :key)
               and (r.kind > :kind or (r.kind = :kind and r.%2$s > :id))
             order by r.kind, r.%2$s limit :limit""";

    private static final String INSERT = "insert into item_relations (source_id, kind, target_id) values (?, ?, ?)";

    private static final String DELETE = "delete from item_relations where source_id = ? and kind = ? and target_id = ?";

    private final JdbcClient jdbc;

    private final JdbcTemplate batches;

    private final ConfigurationManagement configuration;

    RelationStore(JdbcClient jdbc, JdbcTemplate batches, ConfigurationManagement configuration) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.configuration = configuration;
    }

    /** The other ends of an item's relations, in the order of kind and registration. */
    List<RelatedItem> ends(String key, boolean outgoing, String from) {
        boolean sound = from.matches("[A-Z_]{1,16}~\\d{1,18}");
        int mark = from.indexOf('~');
        List<End> ends = this.jdbc
            .sql(outgoing ? ENDS.formatted("source_id", "target_id") : ENDS.formatted("target_id", "source_id"))
            .param("key", key)
            .param("kind", sound ? from.substring(0, mark) : "")
            .param("id", sound ? Long.parseLong(from.substring(mark + 1)) : 0)
            .param("limit", KeyPage.size() + 1)
            .query(End.class)
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
        for (List<String> part : Batches.of(Set.copyOf(keys))) {
            this.jdbc.sql("""
                    select s.item_key as source, r.kind, t.item_key as target
                      from configuration_items s join item_relations r on r.source_id = s.id
                      join configuration_items t on t.id = r.target_id where s.item_key in (:keys)""")
                .param("keys", part)
                .query(Edge.class)
                .list()
                .forEach((edge) -> found.computeIfAbsent(edge.source(), (key) -> new TreeSet<>())
                    .add(new RelationRef(edge.kind(), edge.target())));
        }
        return found;
    }

    /** What is carried by some items. */
    Set<String> carriedBy(Collection<String> keys) {
        return keys.isEmpty() ? Set.of() : this.jdbc.sql("""
                select distinct s.item_key from configuration_items t join item_relations r on r.target_id = t.id
                  join configuration_items s on s.id = r.source_id
                 where t.item_key in (:keys) and r.kind = 'RUNS_ON'""").param("keys", keys).query(String.class).set();
    }

    /** Refuses relations that are known, and those whose ends are not. */
    void insert(List<Link> links) {
        try {
            Batches.of(rows(links)).forEach((part) -> this.batches.batchUpdate(INSERT, part));
        }
        catch (DuplicateKeyException ex) {
            if (links.size() > 1) {
                throw new OptimisticLockingFailureException("A relation was stated since it was read", ex);
            }
            throw new InvalidInputException("target", "configuration.relation.known", links.get(0).relation().target());
        }
    }

    /** Refuses relations that are not known. */
    void delete(List<Link> links) {
        for (List<Object[]> part : Batches.of(rows(links))) {
            if (Arrays.stream(this.batches.batchUpdate(DELETE, part)).anyMatch((deleted) -> deleted == 0)) {
                throw new NotFoundException("relation", links.get(0).source() + " " + links.get(0).relation().text());
            }
        }
    }

    private List<Object[]> rows(List<Link> links) {
        Map<String, Long> ids = new HashMap<>();
        Set<String> ends = new HashSet<>();
        links.forEach((link) -> ends.addAll(List.of(link.source(), link.relation().target())));
        for (List<String> part : Batches.of(ends)) {
            this.jdbc.sql("select item_key, id from configuration_items where item_key in (:keys)")
                .param("keys", part)
                .query(Known.class)
                .list()
                .forEach((known) -> ids.put(known.itemKey(), known.id()));
        }
        return links.stream()
            .map((link) -> new Object[] { id(link.source(), ids), link.relation().kind().name(),
                    id(link.relation().target(), ids) })
            .toList();
    }

    private static Long id(String key, Map<String, Long> ids) {
        Long id = ids.get(key);
        if (id == null) {
            throw new NotFoundException("configuration item", key);
        }
        return id;
    }

    private record End(RelationKind kind, long id, String key) {
    }

    private record Edge(String source, RelationKind kind, String target) {
    }

    private record Known(String itemKey, long id) {
    }

    /**
     * A relation with the item where it begins.
     *
     * @param source key of that item
     */
    record Link(String source, RelationRef relation) {
    }

}
