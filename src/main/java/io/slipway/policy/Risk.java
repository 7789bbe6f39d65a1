package io.slipway.policy;

/**
 * How much a release and its change put at stake.
 */
public enum Risk {

    /** Few are affected, and the way back is short. */
    LOW,
    /** Many are affected, or the way back is long. */
    MEDIUM,
    /** Much is at stake, and the way back is uncertain. */
    HIGH

}
