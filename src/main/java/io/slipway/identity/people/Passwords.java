package io.slipway.identity.people;

import java.util.List;

import io.slipway.identity.password.PasswordRules;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords of people: judged by the rules with what is known of the person, and hashed.
 */
@Component
class Passwords {

    private final PasswordRules rules;

    private final PasswordEncoder encoder;

    Passwords(PasswordRules rules, PasswordEncoder encoder) {
        this.rules = rules;
        this.encoder = encoder;
    }

    void check(String userName, PersonProfile profile, String password) {
        this.rules.check(password, List.of(userName, profile.fullName(), profile.email()));
    }

    String hash(String password) {
        return this.encoder.encode(password);
    }

    boolean matches(String password, String hash) {
        return this.encoder.matches(password, hash);
    }

}
