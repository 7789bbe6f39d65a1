package io.slipway.deployment.parallel;

/**
 * Why an old and a new system say different things.
 */
public enum BreakCause {

    /** One of both computes it wrongly. */
    BUG,
    /** They were given different data. */
    DATA,
    /** They follow different rules, on purpose. */
    RULE_DIFFERENCE,
    /** One of both had it later. */
    TIMING

}
