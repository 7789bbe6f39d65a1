package io.slipway.identity.session;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Judges how long a sign-in counts, by the portal's clock.
 */
@Component
@EnableConfigurationProperties(SessionProperties.class)
public class SessionLimits {

    private final SessionProperties properties;

    private final Clock clock;

    SessionLimits(SessionProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether a session has lasted as long as any may. */
    public boolean isOver(SignIn signIn) {
        return !this.clock.instant().isBefore(signIn.at().plus(this.properties.end()));
    }

    /** Whether the person gave the password lately enough for what is grave. */
    public boolean isConfirmed(SignIn signIn) {
        return this.clock.instant().isBefore(signIn.confirmedAt().plus(this.properties.confirmedFor()));
    }

}
