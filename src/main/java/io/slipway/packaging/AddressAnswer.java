package io.slipway.packaging;

import io.slipway.packaging.DocumentAddress.State;

/**
 * What became of asking an address.
 */
public enum AddressAnswer {

    /** It was not asked yet. */
    NONE(State.UNKNOWN),
    /** It answered with success; that may be the page of a sign-in. */
    FOUND(State.REACHABLE),
    /** It asks who wants to know: something is there, for those who sign in. */
    SIGN_IN(State.REACHABLE),
    /** It answered that it has nothing, or failed. */
    REFUSED(State.UNREACHABLE),
    /** Nobody knows its host. */
    NO_HOST(State.UNREACHABLE),
    /** Nobody listens at its host. */
    NO_CONNECTION(State.UNREACHABLE),
    /** It did not answer in time. */
    TOO_SLOW(State.UNREACHABLE),
    /** Its certificate is not trusted. */
    NOT_TRUSTED(State.UNREACHABLE),
    /** What it answered is not HTTP, or too long. */
    NOT_UNDERSTOOD(State.UNREACHABLE),
    /** It led on and on. */
    TOO_FAR(State.UNREACHABLE),
    /** Its host is inside of a network, where the portal asks named hosts only. */
    FORBIDDEN_HOST(State.UNKNOWN),
    /** It leads to where the portal may not ask. */
    FORBIDDEN_WAY(State.UNKNOWN);

    private final State state;

    AddressAnswer(State state) {
        this.state = state;
    }

    /** What that says about the address. */
    public State state() {
        return this.state;
    }

}
