package io.slipway.deployment.check;

/**
 * What one reading says.
 */
public enum ReadingOutcome {

    SUCCESS, FAILURE,
    /** There is a value, and neither condition is met. */
    INCONCLUSIVE,
    /** There is no value: no data is never a pass. */
    ERROR

}
