package io.slipway.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.report.DeploymentNews;
import io.slipway.deployment.report.DeploymentReports;
import io.slipway.deployment.report.ReportKind;
import io.slipway.earlylife.incident.IncidentManagement;
import io.slipway.earlylife.incident.IncidentNews;
import io.slipway.identity.Acting;
import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What the demo company's monitoring and its deployment tool tell of a live release.
 */
@Component
@Profile("demo")
class DemoMonitoring {

    private static final String MONITORING = "https://monitoring.example.com";

    private static final String DEPLOYER = "https://deploy.example.com";

    private final IncidentManagement incidents;

    private final DeploymentReports reports;

    private final DeploymentManagement deployments;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final Acting acting;

    private final Clock clock;

    DemoMonitoring(IncidentManagement incidents, DeploymentReports reports, DeploymentManagement deployments,
            ReleaseManagement releases, PackageManagement packages, Acting acting, Clock clock) {
        this.incidents = incidents;
        this.reports = reports;
        this.deployments = deployments;
        this.releases = releases;
        this.packages = packages;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * Tells of a deployment as it was delivered, an open incident and one that is over.
     */
    void tell(DemoRelease release) {
        ReleaseDetails live = this.releases.get(release.key());
        String service = release.services().get(0);
        String environment = live.environment();
        Instant now = this.clock.instant();
        this.deployments.newestOf(release.key())
            .ifPresent((attempt) -> this.packages.get(release.key())
                .units()
                .forEach((unit) -> this.acting.as("deployment-manager", () -> {
                    this.reports.tell(release.key(),
                            new DeploymentNews(DEPLOYER, release.key() + "/" + unit.name(), ReportKind.UPGRADED,
                                    attempt.run().startedAt(), unit.name(), environment, unit.artifact(),
                                    unit.digest()));
                    return true;
                })));
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

    /** Tells of an incident that begins now. */
    void opens(DemoRelease release, String subject, int priority, String text) {
        tell(release,
                new IncidentNews(MONITORING, subject, false, this.clock.instant(), priority, text,
                        release.services().get(0), this.releases.get(release.key()).environment(),
                        MONITORING + "/incidents/" + subject.substring(subject.indexOf('-') + 1)));
    }

    /** Tells that an incident is over. */
    void resolves(DemoRelease release, String subject) {
        tell(release, new IncidentNews(MONITORING, subject, true, this.clock.instant(), null, null, null, null, null));
    }

    private void tell(DemoRelease release, IncidentNews news) {
        this.acting.as("operations", () -> {
            this.incidents.tell(release.key(), news);
            return true;
        });
    }

}
