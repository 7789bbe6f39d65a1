package io.slipway.change;

import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemSummary;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A configuration item that a change affects.
 *
 * @param criticality how much depended on it when the change was requested
 */
@Embeddable
public record AffectedItem(@Column(name = "item_key") String key,
        @Enumerated(EnumType.STRING) Criticality criticality) {

    static AffectedItem of(ItemSummary item) {
        return new AffectedItem(item.key(), item.criticality());
    }

}
