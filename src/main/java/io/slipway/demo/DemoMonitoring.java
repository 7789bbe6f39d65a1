package io.slipway.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.slipway.earlylife.incident.IncidentManagement;
import io.slipway.earlylife.incident.IncidentNews;
import io.slipway.identity.Acting;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What the demo company's monitoring tells of a live release.
 */
@Component
@Profile("demo")
class DemoMonitoring {

    private static final String MONITORING = "https://monitoring.example.com";

    private final IncidentManagement incidents;

    private final Acting acting;

    private final Clock clock;

    DemoMonitoring(IncidentManagement incidents, Acting acting, Clock clock) {
        this.incidents = incidents;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * Tells of an open incident and one that is over.
     */
    void tell(DemoRelease release) {
        String service = release.services().get(0);
        String environment = "production";
        Instant now = this.clock.instant();
        tell(release,
                new IncidentNews(MONITORING, "INC-20418", false, now.minus(Duration.ofMinutes(2)), 3,
                        "Payments wait longer than ten minutes for the fraud desk", service, environment,
                        MONITORING + "/incidents/20418"));
        IncidentNews late = new IncidentNews(MONITORING, "INC-20411", false, now.minus(Duration.ofMinutes(4)), 2,
                "One rule held every payment to a new account", service, environment, MONITORING + "/incidents/20411");
        tell(release, late);
        tell(release, new IncidentNews(late.source(), late.subject(), true, now.minus(Duration.ofMinutes(1)), null,
                null, null, null, null));
    }

    private void tell(DemoRelease release, IncidentNews news) {
        this.acting.as("operations", () -> {
            this.incidents.tell(release.key(), news);
            return true;
        });
    }

}
