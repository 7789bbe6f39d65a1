package io.slipway.deployment.web;

import java.time.Instant;
import java.util.List;

import io.slipway.deployment.DeploymentAnnouncement;
import io.slipway.deployment.report.AnnouncementLog;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells what of a communication plan the portal has sent of all that is due before the
 * start.
 */
@Component
class SentAnnouncements {

    private final ObjectProvider<AnnouncementLog> log;

    private final CurrentPlans plans;

    private final ReleaseManagement releases;

    private final Messages messages;

    SentAnnouncements(ObjectProvider<AnnouncementLog> log, CurrentPlans plans, ReleaseManagement releases,
            Messages messages) {
        this.log = log;
        this.plans = plans;
        this.releases = releases;
        this.messages = messages;
    }

    Sent of(String releaseKey) {
        ReleaseDetails release = this.releases.get(releaseKey);
        Instant start = release.plannedStart();
        if (start == null) {
            return new Sent(0, List.of());
        }
        long planned = this.plans.of(release)
            .plan()
            .communication()
            .announcements()
            .stream()
            .map((one) -> one.dueAt(start, release.plannedEnd()))
            .filter((due) -> due != null && !due.isAfter(start))
            .count();
        return new Sent((int) planned,
                this.log.stream().flatMap((one) -> one.sent(release.key(), start).stream()).toList());
    }

    DecidingFact fact(String releaseKey) {
        Sent sent = of(releaseKey);
        if (sent.planned() == 0) {
            return fact(Weight.NOTE, "deployment.fact.announcements.none");
        }
        return sent.all() ? fact(Weight.GOOD, "deployment.fact.announcements.sent", sent.planned())
                : fact(Weight.WARN, "deployment.fact.announcements.open", sent.announcements().size(), sent.planned());
    }

    private DecidingFact fact(Weight weight, String reason, Object... arguments) {
        return new DecidingFact(weight, this.messages.text("deployment.fact.announcements"),
                this.messages.text(reason, arguments), null);
    }

    /**
     * What was sent.
     *
     * @param planned how many announcements the plan names before the start
     */
    record Sent(int planned, List<DeploymentAnnouncement> announcements) {

        /** Whether there was something to send, and all of it was sent. */
        boolean all() {
            return this.planned > 0 && this.announcements.size() >= this.planned;
        }

    }

}
