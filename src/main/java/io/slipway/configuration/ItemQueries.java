package io.slipway.configuration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import io.slipway.ui.KeyPage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads configuration items straight into the records that pages and other features see.
 */
@Component
class ItemQueries {

    private static final String COLUMNS = "select item_key, name, type, criticality, owner, edition, status, confirmed_at, description, attributes,"
            + " confirmed_by, version from configuration_items ";

    private final JdbcClient database;

    ItemQueries(JdbcClient database) {
        this.database = database;
    }

    List<ItemSummary> find(Collection<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return this.database.sql(COLUMNS + "where item_key in (:keys) order by item_key")
            .param("keys", keys)
            .query(ItemQueries::summary)
            .list();
    }

    List<ItemSummary> services(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return this.database
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
        if (keys.isEmpty()) {
            return List.of();
        }
        return this.database.sql(COLUMNS + "where item_key in (:keys) order by item_key")
            .param("keys", keys)
            .query(ItemQueries::details)
            .list();
    }

    List<ItemSummary> named(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return this.database.sql(COLUMNS + "where name in (:names) order by item_key")
            .param("names", names)
            .query(ItemQueries::summary)
            .list();
    }

    private List<ItemSummary> read(ItemListSql sql) {
        return this.database.sql(sql.text()).params(sql.parameters()).query(ItemQueries::summary).list();
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
