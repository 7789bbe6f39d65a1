package io.slipway.review;

/**
 * How far the review of a release is.
 */
public enum ReviewStatus {

    /** To be held, for the first time or after it was returned. */
    OPEN,
    /** Held; waits for the service owner, who confirms or returns it. */
    HELD,
    /** Confirmed; nothing more is allowed. */
    CONFIRMED

}
