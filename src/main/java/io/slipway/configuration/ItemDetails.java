package io.slipway.configuration;

/**
 * A configuration item, as its own page shows it.
 *
 * @param item what lists show of it
 * @param description what it is for
 * @param active whether it is in use; one that is not was retired
 * @param version counts its changes
 */
public record ItemDetails(ItemSummary item, String description, boolean active, int version) {

    ItemProfile profile() {
        return new ItemProfile(this.item.name(), this.item.type(), this.item.criticality(), this.item.owner(),
                this.description);
    }

}
