package io.slipway.identity.signin;

import org.springframework.security.core.AuthenticationException;

/**
 * Refuses a call by HTTP Basic with a password that somebody else chose.
 */
@SuppressWarnings("serial")
class GivenPasswordException extends AuthenticationException {

    static final String WORDS = "An administrator chose this password: sign in on the page and choose one of your own first";

    GivenPasswordException() {
        super(WORDS);
    }

}
