package io.slipway.change;

/**
 * How a change is authorised.
 */
public enum ChangeType {

    /** Of a kind that is authorised once and for all. */
    STANDARD,
    /** Decided by the change authority in due course. */
    NORMAL,
    /** Decided at once, because waiting would do more harm. */
    EMERGENCY

}
