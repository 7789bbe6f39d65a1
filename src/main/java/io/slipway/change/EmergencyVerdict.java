package io.slipway.change;

/**
 * What the retrospective review says of an emergency change.
 */
public enum EmergencyVerdict {

    /** Waiting for the board would have done more harm. */
    JUSTIFIED,
    /** It could have gone the normal way. */
    NOT_JUSTIFIED

}
