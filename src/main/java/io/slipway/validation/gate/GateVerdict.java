package io.slipway.validation.gate;

/**
 * How a gate judges a fact.
 */
public enum GateVerdict {

    /** The fact keeps the threshold. */
    PASS,
    /** It does not. */
    FAIL,
    /** It does not, or is missing, and two people let it pass for a while. */
    WAIVED,
    /** Nobody knows the fact. */
    MISSING

}
