package io.slipway.schedule.exception;

/**
 * How far an exception from freezes is.
 */
public enum ExceptionStatus {

    /** Two people are asked; it does not count yet. */
    REQUESTED,
    /** It counts until it expires. */
    GRANTED,
    /** One of those asked rejected it. */
    REFUSED,
    /** It was taken back before anybody granted it. */
    WITHDRAWN,
    /** It was granted and counts no more; its review is open. */
    EXPIRED,
    /** It was granted, is over and reviewed. */
    REVIEWED;

    /**
     * Tells whether something is still to be done about it.
     * @return whether it is decided, granted or to be reviewed
     */
    public boolean open() {
        return this == REQUESTED || this == GRANTED || this == EXPIRED;
    }

}
