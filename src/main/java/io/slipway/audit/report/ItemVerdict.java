package io.slipway.audit.report;

/**
 * What a test of a control ends with. What is not known is no pass.
 */
public enum ItemVerdict {

    /** The facts do not show what has to be. */
    FAIL,
    /** The facts that would show it were not kept. */
    UNKNOWN,
    /** The facts show it. */
    PASS

}
