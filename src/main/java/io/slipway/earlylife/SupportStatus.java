package io.slipway.earlylife;

/**
 * How far the early life support of a release is.
 */
public enum SupportStatus {

    /** Watched; may be handed over, extended or given up. */
    WATCHING,
    /** To be extended; waits for the new end of the period. */
    EXTENDING,
    /** Asked to be ended before the policy lets it; waits for the service owner. */
    ENDING,
    /** Accepted by operations; nothing more is allowed. */
    HANDED_OVER,
    /** Given up, the release is rolled back; nothing more is allowed. */
    ROLLED_BACK

}
