package io.slipway.identity.signin.confirmation;

import org.springframework.security.core.AuthenticationException;

/**
 * Refuses a call by HTTP Basic with a password that somebody else chose.
 */
@SuppressWarnings("serial")
public class GivenPasswordException extends AuthenticationException {

    public static final String WORDS = "An administrator chose this password: sign in on the page and choose one of your own first";

    public GivenPasswordException() {
        super(WORDS);
    }

}
