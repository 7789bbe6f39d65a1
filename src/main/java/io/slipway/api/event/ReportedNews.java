package io.slipway.api.event;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.slipway.api.event.EventLog.Settlement;
import io.slipway.deployment.report.DeploymentNews;
import io.slipway.deployment.report.DeploymentReports;
import io.slipway.deployment.report.ReportKind;
import io.slipway.earlylife.incident.IncidentManagement;
import io.slipway.earlylife.incident.IncidentNews;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Messages;

import org.springframework.stereotype.Component;

/**
 * Does what events tell of a release that runs: incidents, deployments that tools did,
 * and how tests ended. Nothing is decided by it.
 */
@Component
class ReportedNews {

    static final Set<String> INCIDENTS = Set.of("incident.detected", "incident.reported", "incident.resolved");

    private static final Map<String, ReportKind> DEPLOYMENTS = Map.of("service.deployed", ReportKind.DEPLOYED,
            "service.upgraded", ReportKind.UPGRADED, "service.rolledback", ReportKind.ROLLED_BACK);

    private final IncidentManagement incidents;

    private final DeploymentReports reports;

    private final Messages messages;

    ReportedNews(IncidentManagement incidents, DeploymentReports reports, Messages messages) {
        this.incidents = incidents;
        this.reports = reports;
        this.messages = messages;
    }

    /** The release of an incident that its source told of before. */
    Optional<String> releaseOf(ReceivedEvent received, CdEvent news) {
        return INCIDENTS.contains(news.kind()) ? this.incidents.releaseOf(received.source(), news.subjectId())
                : Optional.empty();
    }

    /** What becomes of an event that is about a release, artifacts excepted. */
    Settlement settle(ReceivedEvent received, CdEvent news, ReleaseDetails release) {
        if (INCIDENTS.contains(news.kind())) {
            return incident(received, news, release);
        }
        ReportKind deployment = DEPLOYMENTS.get(news.kind());
        if (deployment != null) {
            this.reports.tell(release.key(), new DeploymentNews(received.source(), received.eventId(), deployment,
                    received.at(), news.subjectId(), news.environment(), news.artifact(), news.digest()));
            return settlement(EventState.DONE, release, "api.event.deployment");
        }
        if (news.kind().equals("testsuiterun.finished")) {
            String outcome = (news.outcome() != null) ? news.outcome() : "?";
            return settlement(EventState.NOTED, release,
                    (news.report() != null) ? "api.event.tests.report" : "api.event.tests", outcome, release.key());
        }
        return settlement(EventState.NOTED, release, "api.event.noted");
    }

    private Settlement incident(ReceivedEvent received, CdEvent news, ReleaseDetails release) {
        if (!this.incidents.keeps(release.key())) {
            return settlement(EventState.NOTED, release, "api.event.incident.early");
        }
        boolean resolved = news.kind().equals("incident.resolved");
        this.incidents.tell(release.key(), new IncidentNews(received.source(), news.subjectId(), resolved,
                received.at(), news.priority(), news.description(), news.service(), news.environment(), news.ticket()));
        return settlement(EventState.DONE, release,
                resolved ? "api.event.incident.resolved" : "api.event.incident.open");
    }

    private Settlement settlement(EventState state, ReleaseDetails release, String code, Object... arguments) {
        return new Settlement(state, this.messages.text(code, arguments), release.key(), null);
    }

}
