package io.slipway.deployment.check;

/**
 * What a check comes to.
 */
public enum CheckVerdict {

    /** What was measured is as it should be. */
    SUCCESS,
    /** It is not. */
    FAILURE,
    /** Nobody can tell: a person decides. */
    INCONCLUSIVE

}
