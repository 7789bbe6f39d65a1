package io.slipway.validation.gate;

/**
 * How a gate judges a fact.
 */
public enum GateVerdict {

    /** The fact keeps the threshold. */
    PASS,
    /** It does not. */
    FAIL,
    /**
     * It may not, since not all that was delivered is understood: so it does not pass.
     */
    UNKNOWN,
    /** It does not, or may not, or is missing, and two people let it pass for a while. */
    WAIVED,
    /** Nobody knows the fact. */
    MISSING

}
