package io.slipway.calendar.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.calendar.CalendarFilter;
import io.slipway.calendar.CalendarItem;
import io.slipway.calendar.CalendarManagement;
import io.slipway.calendar.ItemKind;
import io.slipway.calendar.Subscription;
import io.slipway.deployment.DeploymentReadiness;
import io.slipway.deployment.Readiness;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.SignedInPerson;
import io.slipway.planning.collision.Collision;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.ScheduledRelease;
import io.slipway.ui.Messages;
import io.slipway.ui.PortalAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts into words what a feed tells: from 30 days back to 180 days ahead, as much as the
 * calendar itself shows.
 */
@Component
class FeedContent {

    private static final Duration BACK = Duration.ofDays(30);

    private static final Duration AHEAD = Duration.ofDays(180);

    /** More would be too much for calendar programs; windows are left out first. */
    private static final int MOST = 5_000;

    /** Releases that begin so soon are judged whether they may be deployed now. */
    private static final Duration SOON = Duration.ofDays(2);

    /** More releases are not judged: each takes a dozen statements. */
    private static final int JUDGED = 10;

    /** More reasons of one release are not told. */
    private static final int REASONS = 3;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm VV", Locale.ENGLISH);

    private final CalendarManagement calendar;

    private final DeploymentReadiness readiness;

    private final PersonDirectory people;

    private final PortalAddress portal;

    private final Messages messages;

    private final Clock clock;

    FeedContent(CalendarManagement calendar, DeploymentReadiness readiness, PersonDirectory people,
            PortalAddress portal, Messages messages, Clock clock) {
        this.calendar = calendar;
        this.readiness = readiness;
        this.people = people;
        this.portal = portal;
        this.messages = messages;
        this.clock = clock;
    }

    /** What a subscription shows now. */
    Feed of(Subscription subscription) {
        Instant today = this.clock.instant().truncatedTo(ChronoUnit.DAYS);
        CalendarFilter filter = new CalendarFilter(subscription.layers(), "", null, "", true);
        List<CalendarItem> items = this.calendar.between(today.minus(BACK), today.plus(AHEAD), filter)
            .items()
            .stream()
            .limit(MOST)
            .toList();
        Map<String, Readiness> judged = judge(items);
        ZoneId zone = this.people.principal(subscription.userName()).map(SignedInPerson::zoneId).orElse(ZoneOffset.UTC);
        List<FeedEvent> events = items.stream()
            .map((item) -> event(item, (item.kind() == ItemKind.RELEASE) ? judged.get(item.title()) : null, zone))
            .toList();
        return new Feed(this.messages.text("calendar.feed.name", subscription.name()), events);
    }

    private Map<String, Readiness> judge(List<CalendarItem> items) {
        Instant now = this.clock.instant();
        Map<String, Readiness> judged = new HashMap<>();
        items.stream()
            .filter((item) -> item.kind() == ItemKind.RELEASE && concernsNow(item, now))
            .limit(JUDGED)
            .forEach((item) -> judged.put(item.title(), this.readiness.of(item.title())));
        return judged;
    }

    private static boolean concernsNow(CalendarItem item, Instant now) {
        ScheduledRelease release = item.release();
        if (release == null || release.status() != ReleaseStatus.OPEN || release.phase().compareTo(Phase.DEPLOY) > 0) {
            return false;
        }
        return release.phase() == Phase.DEPLOY || (item.end().isAfter(now) && item.start().isBefore(now.plus(SOON)));
    }

    private FeedEvent event(CalendarItem item, @Nullable Readiness judged, ZoneId zone) {
        ScheduledRelease release = item.release();
        String kind = this.messages.text("calendar.kind." + item.kind());
        return new FeedEvent(item.id() + "@" + this.portal.host(), item.start(), item.end(),
                kind + ": " + item.title() + ((release != null) ? " " + release.name() : ""),
                description(item, judged, zone), kind, URI.create(this.portal.of(item.address())), state(item),
                item.kind() == ItemKind.RELEASE, item.version(), (release != null) ? release.changedAt() : null);
    }

    private String description(CalendarItem item, @Nullable Readiness judged, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        ScheduledRelease release = item.release();
        if (release != null) {
            lines.add(this.messages.text("calendar.feed.release", this.messages.text("release.type." + release.type()),
                    this.messages.text("release.phase." + release.phase()),
                    this.messages.text("release.status." + release.status())));
            lines.add(this.messages.text("calendar.feed.owner", this.people.name(release.owner())));
        }
        if (judged != null) {
            lines.add(judged.allowed() ? this.messages.text("calendar.feed.ready") : this.messages
                .text("calendar.feed.not-ready", some(judged.unmet().stream().map(Readiness.Condition::reason))));
            if (!judged.allowed() && judged.nextOpening() != null) {
                lines.add(this.messages.text("calendar.feed.opening", TIME.format(judged.nextOpening().atZone(zone))));
            }
        }
        if (!item.collisions().isEmpty()) {
            lines.add(this.messages.text("calendar.feed.collisions",
                    some(item.collisions().stream().map(Collision::reason))));
        }
        if (!item.reason().isEmpty()) {
            lines.add(item.reason());
        }
        if (!item.scope().isEmpty()) {
            lines.add(this.messages.text("calendar.feed.scope", item.scope()));
        }
        if (item.zone() != null) {
            lines.add(this.messages.text("calendar.feed.zone", item.zone().getId()));
        }
        lines.add(this.portal.of(item.address()));
        return String.join("\n", lines);
    }

    private static FeedEvent.State state(CalendarItem item) {
        ScheduledRelease release = item.release();
        if (release == null || item.kind() == ItemKind.SUPPORT) {
            return FeedEvent.State.CONFIRMED;
        }
        if (release.status() == ReleaseStatus.CANCELLED) {
            return FeedEvent.State.CANCELLED;
        }
        boolean authorised = release.status() != ReleaseStatus.OPEN || release.phase().compareTo(Phase.DEPLOY) >= 0;
        return authorised ? FeedEvent.State.CONFIRMED : FeedEvent.State.TENTATIVE;
    }

    private static String some(Stream<String> reasons) {
        return reasons.limit(REASONS).collect(Collectors.joining(" "));
    }

}
