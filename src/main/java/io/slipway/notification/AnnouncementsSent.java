package io.slipway.notification;

import java.time.Instant;
import java.util.List;

import io.slipway.deployment.DeploymentAnnouncement;
import io.slipway.deployment.report.AnnouncementLog;

import org.springframework.stereotype.Component;

/**
 * Tells the deployment which of its announcements were sent.
 */
@Component
class AnnouncementsSent implements AnnouncementLog {

    private final AnnouncementRows rows;

    AnnouncementsSent(AnnouncementRows rows) {
        this.rows = rows;
    }

    @Override
    public List<DeploymentAnnouncement> sent(String releaseKey, Instant until) {
        return this.rows.of(releaseKey)
            .stream()
            .filter((one) -> one.state().equals("SENT") && one.told() > 0 && !one.dueAt().isAfter(until))
            .map((one) -> new DeploymentAnnouncement(one.audience(), one.channel(), one.text(), one.sentAt()))
            .toList();
    }

}
