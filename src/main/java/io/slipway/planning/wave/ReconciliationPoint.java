package io.slipway.planning.wave;

import org.jspecify.annotations.Nullable;

/**
 * What is compared between the old and the new system while both run.
 *
 * @param grain by what totals are taken, such as {@code site}; never a grand total only
 * @param tolerance how far both may be apart in the unit of what is compared; 0 for not
 * at all
 * @param owner user name of whose data it is, who signs them off
 */
public record ReconciliationPoint(String name, String grain, @Nullable Double tolerance, String owner) {

    public ReconciliationPoint {
        name = Needed.of(name, "name");
        grain = Needed.text(grain);
        tolerance = (tolerance != null) ? tolerance : 0;
        owner = Needed.text(owner);
    }

}
