package io.slipway.identity.people;

import io.slipway.ui.InvalidInputException;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The rule for passwords, and their hashes. Long is strong: no rule asks for special
 * characters.
 */
@Component
public class Passwords {

    /** The fewest characters of a password. */
    public static final int MIN = 10;

    /** The most characters of a password. */
    public static final int MAX = 128;

    private static final int DIFFERENT = 5;

    private final PasswordEncoder encoder;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    String hash(String userName, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN || length > MAX) {
            throw new InvalidInputException("password", "identity.password.length", MIN, MAX);
        }
        if (password.equalsIgnoreCase(userName)) {
            throw new InvalidInputException("password", "identity.password.user-name");
        }
        if (password.codePoints().distinct().count() < DIFFERENT) {
            throw new InvalidInputException("password", "identity.password.too-simple", DIFFERENT);
        }
        return this.encoder.encode(password);
    }

    boolean matches(String password, String hash) {
        return password.length() <= MAX * 2 && this.encoder.matches(password, hash);
    }

}
