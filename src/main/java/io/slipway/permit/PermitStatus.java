package io.slipway.permit;

/**
 * How far a permit is.
 */
public enum PermitStatus {

    /** Others are asked; it does not count yet. */
    REQUESTED,
    /** It counts until it expires. */
    GRANTED,
    /** One of those asked rejected it. */
    REFUSED,
    /** It was taken back before it was granted. */
    WITHDRAWN,
    /** It was granted and counts no more; somebody has to look back on it. */
    EXPIRED,
    /** It was granted, is over, and somebody looked back on it. */
    CLOSED;

    /** Whether something is still to be done about it. */
    public boolean open() {
        return withdrawable() || this == EXPIRED;
    }

    /** Whether it can be taken back. */
    public boolean withdrawable() {
        return this == REQUESTED || this == GRANTED;
    }

}
