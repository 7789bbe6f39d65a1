package io.slipway.api.item;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;

import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemStatus;
import io.slipway.configuration.ItemSummary;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.relation.RelationKind;
import io.slipway.configuration.relation.RelationRef;
import org.jspecify.annotations.Nullable;

/**
 * A configuration item as tools read it.
 *
 * @param type what kind of thing it is
 * @param owner user name of who answers for it
 * @param status where it is in its life
 * @param attributes whatever else is known of it
 * @param confirmedAt when its record was last confirmed; null if it never was
 * @param confirmedBy user name of who confirmed it
 */
record ItemAnswer(String key, String name, ItemType type, Criticality criticality, String owner, ItemStatus status,
        String version, String description, Map<String, String> attributes, List<Relation> relations,
        @Nullable Instant confirmedAt, @Nullable String confirmedBy) {

    static ItemAnswer of(ItemDetails details, SortedSet<RelationRef> relations) {
        ItemSummary item = details.item();
        return new ItemAnswer(item.key(), item.name(), item.type(), item.criticality(), item.owner(), item.status(),
                item.edition(), details.description(), details.attributes(),
                relations.stream().map((one) -> new Relation(text(one.kind()), one.target())).toList(),
                item.confirmedAt(), details.confirmedBy());
    }

    private static String text(RelationKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What an item needs.
     *
     * @param kind such as {@code depends-on}
     * @param target key of the other item
     */
    record Relation(String kind, String target) {
    }

    /**
     * An item as lists have it.
     *
     * @param type what kind of thing it is
     * @param owner user name of who answers for it
     * @param status where it is in its life
     * @param confirmedAt when its record was last confirmed; null if it never was
     */
    record Row(String key, String name, ItemType type, Criticality criticality, String owner, ItemStatus status,
            String version, @Nullable Instant confirmedAt) {

        static Row of(ItemSummary item) {
            return new Row(item.key(), item.name(), item.type(), item.criticality(), item.owner(), item.status(),
                    item.edition(), item.confirmedAt());
        }

    }

    /**
     * One page of items.
     *
     * @param items the page, by key
     * @param next the value of {@code from} for the next page; null after the last
     */
    record Page(List<Row> items, @Nullable String next) {
    }

    /**
     * What an item touches.
     *
     * @param item key of the item
     * @param direction {@code affected} or {@code needed}
     * @param items what was reached, nearest first
     */
    record Impact(String item, String direction, boolean capped, List<Reached> items) {

        static Impact of(String key, io.slipway.configuration.relation.Impact impact) {
            return new Impact(key, impact.direction().name().toLowerCase(Locale.ROOT), impact.capped(),
                    impact.items().stream().map((one) -> new Reached(one.distance(), Row.of(one.item()))).toList());
        }

    }

    /** An item that was reached. */
    record Reached(int distance, Row item) {
    }

}
