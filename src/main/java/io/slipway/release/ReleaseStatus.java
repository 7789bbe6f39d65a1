package io.slipway.release;

/**
 * Whether a release is under way or how it ended. Where it is on its way tells the
 * {@link Phase}.
 */
public enum ReleaseStatus {

    /**
     * Under way: its phase's steps are allowed, and before deployment its cancellation.
     */
    OPEN,
    /** Deployed, supported, reviewed; nothing more is allowed. */
    CLOSED,
    /** Given up before deployment; nothing more is allowed. */
    CANCELLED,
    /** Deployed, taken back, reviewed; nothing more is allowed. */
    ROLLED_BACK

}
