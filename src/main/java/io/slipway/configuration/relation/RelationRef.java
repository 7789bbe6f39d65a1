package io.slipway.configuration.relation;

import java.util.Comparator;
import java.util.Locale;

/**
 * A relation, as seen from the item where it begins.
 *
 * @param kind how the item needs the other
 * @param target key of the other item
 */
public record RelationRef(RelationKind kind, String target) implements Comparable<RelationRef> {

    /**
     * Writes it as files and journals do.
     * @return such as {@code depends-on payments-db}
     */
    public String text() {
        return this.kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + this.target;
    }

    @Override
    public int compareTo(RelationRef other) {
        return Comparator.comparing(RelationRef::kind).thenComparing(RelationRef::target).compare(this, other);
    }

}
