package io.slipway.deployment.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.deployment.DeploymentAnnouncement;
import io.slipway.deployment.report.AnnouncementLog;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Times;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.rule.RuledStep;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A deployment counts as announced once the portal has sent all that its communication
 * plan says before the start; what is said in a meeting or on a status page, or by no
 * plan at all, is left to a person.
 */
@Component
class RuledAnnouncement implements RuledStep {

    private static final int AUDIENCE = 500;

    private final ObjectProvider<AnnouncementLog> log;

    private final CurrentPlans plans;

    private final ReleaseManagement releases;

    private final Times times;

    RuledAnnouncement(ObjectProvider<AnnouncementLog> log, CurrentPlans plans, ReleaseManagement releases,
            Times times) {
        this.log = log;
        this.plans = plans;
        this.releases = releases;
        this.times = times;
    }

    @Override
    public String key() {
        return "deployment/announce-deployment";
    }

    @Override
    public Optional<AnnounceDeploymentForm> form(WorkItem item) {
        ReleaseDetails release = this.releases.get(item.businessKey());
        Instant start = release.plannedStart();
        if (start == null) {
            return Optional.empty();
        }
        long planned = this.plans.of(release)
            .plan()
            .communication()
            .announcements()
            .stream()
            .map((one) -> one.dueAt(start, release.plannedEnd()))
            .filter((due) -> due != null && !due.isAfter(start))
            .count();
        List<DeploymentAnnouncement> sent = this.log.stream()
            .flatMap((one) -> one.sent(release.key(), start).stream())
            .toList();
        return (planned > 0 && sent.size() >= planned) ? Optional.of(form(sent)) : Optional.empty();
    }

    private AnnounceDeploymentForm form(List<DeploymentAnnouncement> sent) {
        DeploymentAnnouncement last = sent.get(sent.size() - 1);
        String audience = all(sent, DeploymentAnnouncement::audience);
        return new AnnounceDeploymentForm(audience.substring(0, Math.min(audience.length(), AUDIENCE)),
                all(sent, DeploymentAnnouncement::channel), last.text(), this.times.toInputText(last.announcedAt()),
                "announced");
    }

    private static String all(List<DeploymentAnnouncement> sent, Function<DeploymentAnnouncement, String> part) {
        return sent.stream().map(part).distinct().collect(Collectors.joining(", "));
    }

}
