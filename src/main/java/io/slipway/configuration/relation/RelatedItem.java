package io.slipway.configuration.relation;

import io.slipway.configuration.ItemSummary;

/**
 * The other end of a relation of an item.
 *
 * @param kind how the one needs the other
 */
public record RelatedItem(RelationKind kind, ItemSummary item, String cursor) {
}
