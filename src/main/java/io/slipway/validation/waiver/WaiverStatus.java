package io.slipway.validation.waiver;

/**
 * How far a waiver is.
 */
public enum WaiverStatus {

    /** Somebody else is asked; it does not count yet. */
    REQUESTED,
    /** It counts until it expires, for the package that it was asked for. */
    GRANTED,
    /** It was rejected. */
    REFUSED,
    /** It was taken back before anybody granted it. */
    WITHDRAWN,
    /** It was granted and counts no more; its follow-up is open. */
    EXPIRED,
    /** It was granted, is over, and somebody said what became of the follow-up. */
    FOLLOWED_UP;

    /**
     * Tells whether something is still to be done about it.
     * @return whether it is asked for, granted or to be followed up
     */
    public boolean open() {
        return this == REQUESTED || this == GRANTED || this == EXPIRED;
    }

}
