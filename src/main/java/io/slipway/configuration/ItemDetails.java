package io.slipway.configuration;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A configuration item, as its own page shows it.
 *
 * @param attributes whatever else is known of it, value by name
 * @param confirmedBy user name of who last confirmed its record
 */
public record ItemDetails(ItemSummary item, String description, Map<String, String> attributes,
        @Nullable String confirmedBy, int version) {

    /** Whether it may be used. */
    public boolean active() {
        return this.item.status() != ItemStatus.RETIRED;
    }

    /**
     * What may be changed of it.
     * @return its profile as it stands
     */
    public ItemProfile profile() {
        return new ItemProfile(this.item.name(), this.item.type(), this.item.criticality(), this.item.owner(),
                this.description, this.item.edition(), this.attributes);
    }

}
