package io.slipway.identity.token;

/**
 * Whether a token is let in.
 */
public enum TokenState {

    /** It is let in while its owner may sign in. */
    ACTIVE,
    /** Its time is over: it is refused. */
    EXPIRED,
    /** Somebody revoked it: it is refused. */
    REVOKED

}
