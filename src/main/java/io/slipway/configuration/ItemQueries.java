package io.slipway.configuration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import io.slipway.input.KeyPage;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads configuration items straight into the records that pages and other features see.
 */
@Component
class ItemQueries {

    private static final String COLUMNS = "select item_key, name, type, criticality, owner, edition, status, confirmed_at, description, attributes,"
            + " confirmed_by, version from configuration_items ";

    private final JdbcClient jdbc;

    ItemQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ItemSummary> find(Collection<String> keys) {
        return among("item_key", keys, ItemQueries::summary, ItemSummary::key);
    }

    List<ItemSummary> services(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return this.jdbc
            .sql(COLUMNS + "where type = 'SERVICE' and name in (:names) and active = true order by item_key")
            .param("names", names)
            .query(ItemQueries::summary)
            .list();
    }

    List<ItemSummary> search(ItemQuery query, int most) {
        return read(new ItemListSql(query, most));
    }

    KeyPage<ItemSummary> list(ItemQuery query) {
        return KeyPage.of(read(new ItemListSql(query)), ItemSummary::key);
    }

    List<ItemDetails> details(Collection<String> keys) {
        return among("item_key", keys, ItemQueries::details, (item) -> item.item().key());
    }

    List<ItemSummary> named(Collection<String> names) {
        return among("name", names, ItemQueries::summary, ItemSummary::key);
    }

    /** Those with one of some values, by key. A value may find others that it equals. */
    private <T> List<T> among(String column, Collection<String> values, RowMapper<T> row, Function<T, String> key) {
        Map<String, T> found = new TreeMap<>();
        for (List<String> part : Batches.of(Set.copyOf(values))) {
            this.jdbc.sql(COLUMNS + "where " + column + " in (:values)")
                .param("values", part)
                .query(row)
                .list()
                .forEach((one) -> found.put(key.apply(one), one));
        }
        return List.copyOf(found.values());
    }

    private List<ItemSummary> read(ItemListSql sql) {
        return this.jdbc.sql(sql.text()).params(sql.parameters()).query(ItemQueries::summary).list();
    }

    static ItemSummary summary(ResultSet row, int number) throws SQLException {
        Instant confirmed = row.getObject("confirmed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return new ItemSummary(row.getString("item_key"), row.getString("name"),
                ItemType.valueOf(row.getString("type")), Criticality.valueOf(row.getString("criticality")),
                row.getString("owner"), row.getString("edition"), ItemStatus.valueOf(row.getString("status")),
                confirmed.equals(ConfigurationItem.NEVER) ? null : confirmed);
    }

    private static ItemDetails details(ResultSet row, int number) throws SQLException {
        return new ItemDetails(summary(row, number), row.getString("description"),
                AttributesColumn.read(row.getString("attributes")), row.getString("confirmed_by"),
                row.getInt("version"));
    }

}
