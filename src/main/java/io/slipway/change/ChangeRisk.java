package io.slipway.change;

/**
 * How much a change puts at stake, as assessed by who requests it.
 */
public enum ChangeRisk {

    /** Few are affected, and the way back is short. */
    LOW,
    /** Many are affected, or the way back is long. */
    MEDIUM,
    /** Much is at stake, and the way back is uncertain. */
    HIGH

}
