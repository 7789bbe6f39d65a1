package io.slipway.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.input.KeyPage;

/**
 * Writes the statement of a list of configuration items so that one index serves both its
 * filter and its order, among a million items too. Text finds beginnings: at most
 * {@value #HITS} by key and as many by name are looked at.
 */
final class ItemListSql {

    static final int HITS = 500;

    static final String COLUMNS = "i.item_key, i.name, i.type, i.criticality, i.owner, i.edition, i.status, i.confirmed_at";

    private final ItemQuery query;

    private final int limit;

    private final List<String> conditions = new ArrayList<>();

    private final Map<String, Object> parameters = new HashMap<>();

    ItemListSql(ItemQuery query) {
        this(query, KeyPage.SIZE + 1);
    }

    ItemListSql(ItemQuery query, int limit) {
        this.query = query;
        this.limit = limit;
        where("i.active = :active", "active", !query.retired());
        if (query.type() != null) {
            where("i.type = :type", "type", query.type().name());
        }
        if (!query.owner().isBlank()) {
            where("i.owner = :owner", "owner", query.owner());
        }
        if (!query.from().isEmpty()) {
            where("i.item_key > :after", "after", query.from());
        }
    }

    String text() {
        return "select " + COLUMNS + " from " + source() + " where " + String.join(" and ", this.conditions)
                + " order by i.item_key limit " + this.limit;
    }

    Map<String, Object> parameters() {
        return this.parameters;
    }

    private String source() {
        if (this.query.text().isBlank()) {
            return "configuration_items i";
        }
        this.parameters.put("start", this.query.text().strip().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        return "((select id from configuration_items where item_key like :start limit " + HITS + ") union"
                + " (select id from configuration_items where name like :start limit " + HITS
                + ")) h straight_join configuration_items i on i.id = h.id";
    }

    private void where(String condition, String parameter, Object value) {
        this.conditions.add(condition);
        this.parameters.put(parameter, value);
    }

}
