package io.slipway.policy;

import io.slipway.workflow.fact.DecidingFact.Weight;

/**
 * How much a release and its change put at stake.
 */
public enum Risk {

    /** Few are affected, and the way back is short. */
    LOW(Weight.GOOD),
    /** Many are affected, or the way back is long. */
    MEDIUM(Weight.NOTE),
    /** Much is at stake, and the way back is uncertain. */
    HIGH(Weight.WARN);

    private final Weight weight;

    Risk(Weight weight) {
        this.weight = weight;
    }

    /** What it says to whoever decides. */
    public Weight weight() {
        return this.weight;
    }

}
