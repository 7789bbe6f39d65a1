package io.slipway.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.planning.PlanAmended;
import io.slipway.planning.PlanApproved;
import io.slipway.planning.PlanSubmitted;
import io.slipway.planning.plan.Announcement;
import io.slipway.planning.plan.Channel;
import io.slipway.release.ReleaseCancelled;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseRolledBack;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the announcements of communication plans at their times: planned when a plan is
 * approved, planned anew when it changes, withdrawn when the release is given up or taken
 * back. What is said in a meeting or on a status page is left to people.
 */
@Service
public class Announcements {

    private static final Set<String> OURS = Set.of(Channel.MAIL.name(), Channel.PORTAL.name());

    private static final int MOST = 20;

    private final AnnouncementRows rows;

    private final Essentials essentials;

    private final PersonDirectory people;

    private final NewsWords words;

    private final Outbox outbox;

    private final Clock clock;

    Announcements(AnnouncementRows rows, Essentials essentials, PersonDirectory people, NewsWords words, Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.essentials = essentials;
        this.people = people;
        this.words = words;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The announcements of a release that the portal sends, or sent, by their time.
     * @return at most 100 announcements
     */
    @Transactional(readOnly = true)
    public List<PlannedAnnouncement> of(String releaseKey) {
        return this.rows.of(releaseKey);
    }

    @ApplicationModuleListener
    void on(PlanApproved event) {
        plan(event.key());
    }

    @ApplicationModuleListener
    void on(PlanAmended event) {
        plan(event.key());
    }

    @ApplicationModuleListener
    void on(PlanSubmitted event) {
        this.rows.withdraw(event.key());
    }

    @ApplicationModuleListener
    void on(ReleaseCancelled event) {
        this.rows.withdraw(event.key());
    }

    @ApplicationModuleListener
    void on(ReleaseRolledBack event) {
        this.rows.withdraw(event.key());
    }

    private void plan(String key) {
        this.rows.withdraw(key);
        this.essentials.release(key)
            .filter((release) -> release.open() && this.essentials.plan(release).approved())
            .ifPresent((release) -> this.essentials.plan(release)
                .plan()
                .communication()
                .announcements()
                .stream()
                .filter((announcement) -> OURS.contains(announcement.channel().name()))
                .forEach((announcement) -> plan(release, announcement)));
    }

    private void plan(ReleaseDetails release, Announcement announcement) {
        Instant due = announcement.dueAt(release.plannedStart(), release.plannedEnd());
        if (due != null) {
            this.rows.plan(release.key(), announcement, due.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /** Sends what is due. */
    @Scheduled(fixedDelayString = "${slipway.notification.announcements-every:PT30S}",
            initialDelayString = "${slipway.notification.announcements-every:PT30S}")
    @Transactional
    public void sendDue() {
        Instant now = this.clock.instant();
        this.rows.lockDue(now, MOST).forEach((due) -> this.rows.sent(due.id(), send(due), now));
    }

    /** What its notifications are found by. */
    static String matter(PlannedAnnouncement announcement) {
        return "announcement:" + announcement.id();
    }

    private int send(PlannedAnnouncement due) {
        ReleaseDetails release = this.essentials.release(due.releaseKey()).orElseThrow();
        Matter matter = new Matter(matter(due), NotificationKind.ANNOUNCEMENT, release.key(),
                this.words.title("announcement", release.key(), release.name()), due.text(),
                this.essentials.times(release), "/releases/" + release.key());
        Set<String> told = new LinkedHashSet<>();
        Set<String> addresses = new LinkedHashSet<>();
        for (String one : due.audience().split(", *")) {
            if (one.indexOf('@') >= 0) {
                addresses.add(one);
            }
            else {
                Role.of(one)
                    .ifPresent((role) -> this.people.holding(role)
                        .stream()
                        .map(PersonSummary::userName)
                        .forEach(told::add));
            }
        }
        boolean mail = due.channel().equals(Channel.MAIL.name());
        return this.outbox.announce(matter, told, mail) + (mail ? this.outbox.tellAddresses(matter, addresses) : 0);
    }

}
