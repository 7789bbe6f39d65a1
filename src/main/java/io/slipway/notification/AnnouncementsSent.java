package io.slipway.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.deployment.DeploymentAnnouncement;
import io.slipway.deployment.report.AnnouncementLog;
import io.slipway.notification.NotificationRows.Recipient;

import org.springframework.stereotype.Component;

/**
 * Tells from the outbox what became of announcements: whom they reached, by mail or as a
 * notice, and whom not.
 */
@Component
class AnnouncementsSent implements AnnouncementLog {

    private final AnnouncementRows rows;

    private final NotificationRows notifications;

    AnnouncementsSent(AnnouncementRows rows, NotificationRows notifications) {
        this.rows = rows;
        this.notifications = notifications;
    }

    @Override
    public List<Told> due(String releaseKey, Instant until) {
        List<PlannedAnnouncement> due = this.rows.of(releaseKey)
            .stream()
            .filter((one) -> !one.state().equals("WITHDRAWN") && !one.dueAt().isAfter(until))
            .toList();
        Map<String, List<Recipient>> told = this.notifications
            .recipients(due.stream().map(Announcements::matter).toList())
            .stream()
            .collect(Collectors.groupingBy(Recipient::matter));
        return due.stream().map((one) -> told(one, told.getOrDefault(Announcements.matter(one), List.of()))).toList();
    }

    private static Told told(PlannedAnnouncement one, List<Recipient> all) {
        List<String> missed = all.stream().filter(Recipient::missed).map(Recipient::recipient).toList();
        List<String> waiting = all.stream().filter(Recipient::waiting).map(Recipient::recipient).toList();
        return new Told(one.dueAt(), one.audience(), one.state().equals("SENT"),
                all.size() - missed.size() - waiting.size(), (int) all.stream().filter(Recipient::read).count(),
                waiting, missed);
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
