package io.slipway.identity.signin;

import java.time.Instant;

import org.springframework.security.core.AuthenticationException;

/**
 * Tells that an account or an address has to wait before it may try to sign in again.
 */
@SuppressWarnings("serial")
class TooManyAttemptsException extends AuthenticationException {

    private final Instant retryAt;

    TooManyAttemptsException(Instant retryAt) {
        super("Too many attempts to sign in");
        this.retryAt = retryAt;
    }

    Instant retryAt() {
        return this.retryAt;
    }

}
