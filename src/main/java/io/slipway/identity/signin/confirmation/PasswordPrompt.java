package io.slipway.identity.signin.confirmation;

import java.time.Instant;
import java.util.Optional;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.guessing.Attempt;
import io.slipway.identity.guessing.Origin;
import io.slipway.identity.guessing.SignInThrottle;
import io.slipway.identity.signin.Accounts;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Times;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Asks who is signed in for the password again. Guessing is slowed down and written down
 * as at sign-in, but counts by itself: strangers cannot make anybody wait here.
 */
@Component
@PreAuthorize("isAuthenticated()")
public class PasswordPrompt {

    private final Accounts accounts;

    private final SignInThrottle throttle;

    private final PasswordEncoder encoder;

    private final CurrentActor currentActor;

    private final Times times;

    PasswordPrompt(Accounts accounts, SignInThrottle throttle, PasswordEncoder encoder, CurrentActor currentActor,
            Times times) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.encoder = encoder;
        this.currentActor = currentActor;
        this.times = times;
    }

    /**
     * Refuses a password that is not that of the current actor, and who tried too often.
     * @param password what was typed
     */
    public void check(String field, String password) {
        String userName = this.currentActor.get().userName();
        Attempt attempt = this.throttle.begin(userName, Origin.SESSION);
        Optional<Instant> until = this.throttle.waitUntil(attempt);
        if (until.isPresent()) {
            throw new InvalidInputException(field, "identity.password.wait", this.times.relative(until.get()));
        }
        boolean right = this.accounts.find(userName)
            .filter((account) -> this.encoder.matches(password, account.passwordHash()))
            .isPresent();
        if (!right) {
            this.accounts.fail(attempt, true);
            throw new InvalidInputException(field, "identity.password.wrong");
        }
        this.throttle.succeeded(attempt);
    }

}
