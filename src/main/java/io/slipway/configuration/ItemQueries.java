package io.slipway.configuration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads configuration items straight into the records that pages and other features see.
 * One index serves both the filter and the order of a list, among a million items too.
 * Text finds beginnings: at most {@value #HITS} by key and as many by name are looked at.
 */
@Component
class ItemQueries {

    static final int HITS = 500;

    private static final String COLUMNS = "select i.item_key as `key`, i.name, i.type, i.criticality, i.owner, i.edition, i.status, i.confirmed_at";

    private static final String ITEMS = " from configuration_items i";

    private static final String DETAILS = COLUMNS + ", i.description, i.attributes, i.confirmed_by, i.version" + ITEMS;

    private static final KeyOrder<ItemSummary> BY_KEY = KeyOrder.<ItemSummary>ascending()
        .text("i.item_key", ItemSummary::key);

    private static final KeyOrder<ItemSummary> LONGEST_UNCONFIRMED = KeyOrder.<ItemSummary>ascending()
        .instant("i.confirmed_at", (item) -> Objects.requireNonNullElse(item.confirmedAt(), ConfigurationItem.NEVER))
        .text("i.item_key", ItemSummary::key);

    private final JdbcClient jdbc;

    ItemQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ItemSummary> find(Collection<String> keys) {
        return among("i.item_key", keys, COLUMNS + ITEMS, ItemSummary.class, ItemSummary::key);
    }

    List<ItemSummary> services(Collection<String> names) {
        return Clause.of(COLUMNS + ITEMS)
            .where(Clause.in("i.name", names).and("i.type = 'SERVICE' and i.active = true"))
            .append(BY_KEY.by())
            .on(this.jdbc)
            .query(ItemSummary.class)
            .list();
    }

    List<ItemSummary> search(ItemQuery query, int most) {
        return list(query, most).on(this.jdbc).query(ItemSummary.class).list();
    }

    KeyPage<ItemSummary> list(ItemQuery query) {
        return BY_KEY.page(search(query, KeyPage.size() + 1));
    }

    KeyPage<ItemSummary> stale(@Nullable ItemType type, String owner, String from, Instant before) {
        return LONGEST_UNCONFIRMED
            .page(staleBefore(type, owner, from, before).on(this.jdbc).query(ItemSummary.class).list());
    }

    List<ItemDetails> details(Collection<String> keys) {
        return among("i.item_key", keys, DETAILS, ItemDetails.class, (details) -> details.item().key());
    }

    List<ItemSummary> named(Collection<String> names) {
        return among("i.name", names, COLUMNS + ITEMS, ItemSummary.class, ItemSummary::key);
    }

    /** Those with one of some values, by key. A value may find others that it equals. */
    private <T> List<T> among(String column, Collection<String> values, String select, Class<T> type,
            Function<T, String> key) {
        Map<String, T> found = new TreeMap<>();
        for (List<String> part : Batches.of(Set.copyOf(values))) {
            Clause.of(select)
                .where(Clause.in(column, part))
                .on(this.jdbc)
                .query(type)
                .list()
                .forEach((one) -> found.put(key.apply(one), one));
        }
        return List.copyOf(found.values());
    }

    static Clause list(ItemQuery query, int most) {
        Clause where = Clause.of("i.active = :active", "active", !query.retired())
            .and(Clause.given("i.type", query.type()))
            .and(Clause.given("i.owner", query.owner()))
            .and(BY_KEY.after(query.from()));
        Clause select = query.text().isBlank() ? Clause.of(COLUMNS + ITEMS) : Clause.of(COLUMNS + """
                \sfrom ((select id from configuration_items where item_key like :start limit %1$d) union
                      (select id from configuration_items where name like :start limit %1$d)) h
                straight_join configuration_items i on i.id = h.id""".formatted(HITS), "start",
                Clause.beginning(query.text()));
        return select.where(where).append(BY_KEY.by() + " limit " + most);
    }

    static Clause staleBefore(@Nullable ItemType type, String owner, String from, Instant before) {
        Clause where = Clause.of("i.active = true")
            .and("i.confirmed_at < :before", "before", before)
            .and(Clause.given("i.type", type))
            .and(Clause.given("i.owner", owner));
        return LONGEST_UNCONFIRMED.statement(COLUMNS + ITEMS, where, from);
    }

}
