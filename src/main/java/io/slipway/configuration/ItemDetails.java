package io.slipway.configuration;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A configuration item, as its own page shows it.
 *
 * @param item what lists show of it
 * @param attributes whatever else is known of it, value by name
 * @param confirmedBy user name of who last confirmed its record
 * @param version counts its changes
 */
public record ItemDetails(ItemSummary item, String description, Map<String, String> attributes,
        @Nullable String confirmedBy, int version) {

    /**
     * Tells whether it may be used.
     * @return whether it is not retired
     */
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
