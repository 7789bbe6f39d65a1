package io.slipway.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.slipway.deployment.environment.BookingDraft;
import io.slipway.deployment.environment.BookingManagement;
import io.slipway.deployment.environment.EnvironmentKind;
import io.slipway.deployment.environment.EnvironmentProfile;
import io.slipway.deployment.environment.Environments;
import io.slipway.identity.Acting;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo company's way to production: staging, which testers have booked, and
 * production, which somebody confirmed to be ready.
 */
@Component
@Profile("demo")
class DemoEnvironments {

    private static final String STAGING = "staging";

    private static final String PRODUCTION = "production";

    private static final int READY_DAYS = 30;

    private final Environments environments;

    private final BookingManagement bookings;

    private final Acting acting;

    private final Clock clock;

    DemoEnvironments(Environments environments, BookingManagement bookings, Acting acting, Clock clock) {
        this.environments = environments;
        this.bookings = bookings;
        this.acting = acting;
        this.clock = clock;
    }

    /** Keeps the environments, unless any is kept. */
    void keep() {
        if (!this.environments.list("").rows().isEmpty()) {
            return;
        }
        this.acting.as("deployment-manager", () -> {
            this.environments.register(STAGING,
                    new EnvironmentProfile(EnvironmentKind.PRE_LIVE, false, 1, "Europe/Zurich", "", "", 0));
            this.environments.register(PRODUCTION,
                    new EnvironmentProfile(EnvironmentKind.LIVE, true, 2, "Europe/Zurich", STAGING, "", READY_DAYS));
            this.environments.confirmReady(PRODUCTION,
                    "Disk space, certificates and monitoring looked at; the mirror of room B is in step.");
        });
        Instant tomorrow = this.clock.instant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.DAYS);
        this.acting.as("test-manager", () -> {
            this.bookings.book(STAGING, new BookingDraft("", "Load test of the year end", true, tomorrow,
                    tomorrow.plus(6, ChronoUnit.HOURS)));
            this.bookings.book(STAGING, new BookingDraft("", "Acceptance of the new claims forms", false,
                    tomorrow.plus(2, ChronoUnit.DAYS), tomorrow.plus(4, ChronoUnit.DAYS)));
        });
    }

}
