package io.slipway.configuration.relation;

import java.util.List;

import io.slipway.configuration.ItemSummary;

/**
 * What an item touches in one direction, directly and through others.
 *
 * @param items what was reached, nearest first, then by criticality
 * @param links the relations between all of these and the item itself
 * @param capped whether there is more than what is listed
 */
public record Impact(Direction direction, List<Reached> items, List<Link> links, boolean capped) {

    /**
     * An item that was reached.
     *
     * @param distance over how many relations, by the shortest way
     */
    public record Reached(ItemSummary item, int distance) {
    }

    /**
     * A relation on the way.
     *
     * @param source key of the item where it begins
     * @param target key of the item where it ends
     */
    public record Link(String source, RelationKind kind, String target) {
    }

}
