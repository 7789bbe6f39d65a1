package io.slipway.calendar.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.slipway.calendar.CalendarFilter;
import io.slipway.calendar.CalendarItem;
import io.slipway.calendar.CalendarManagement;
import io.slipway.calendar.ItemKind;
import io.slipway.calendar.Subscription;
import io.slipway.identity.PersonDirectory;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.ScheduledRelease;
import io.slipway.ui.PortalAddress;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts into words what a feed tells: from 30 days back to 180 days ahead, as much as the
 * calendar itself shows.
 */
@Component
class FeedContent {

    private static final Duration BACK = Duration.ofDays(30);

    private static final Duration AHEAD = Duration.ofDays(180);

    private final CalendarManagement calendar;

    private final PersonDirectory people;

    private final PortalAddress portal;

    private final MessageSource messages;

    private final Clock clock;

    FeedContent(CalendarManagement calendar, PersonDirectory people, PortalAddress portal, MessageSource messages,
            Clock clock) {
        this.calendar = calendar;
        this.people = people;
        this.portal = portal;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What a subscription shows now.
     * @param subscription the subscription
     * @return the feed
     */
    Feed of(Subscription subscription) {
        Instant today = this.clock.instant().truncatedTo(ChronoUnit.DAYS);
        CalendarFilter filter = new CalendarFilter(subscription.layers(), "", null, "", true);
        List<FeedEvent> events = this.calendar.between(today.minus(BACK), today.plus(AHEAD), filter)
            .items()
            .stream()
            .map(this::event)
            .toList();
        return new Feed(text("calendar.feed.name", subscription.name()), events);
    }

    private FeedEvent event(CalendarItem item) {
        ScheduledRelease release = item.release();
        String kind = text("calendar.kind." + item.kind());
        return new FeedEvent(item.id() + "@" + this.portal.host(), item.start(), item.end(),
                kind + ": " + item.title() + ((release != null) ? " " + release.name() : ""), description(item), kind,
                URI.create(this.portal.of(item.address())), state(item), item.kind() == ItemKind.RELEASE,
                item.version(), (release != null) ? release.changedAt() : null);
    }

    private String description(CalendarItem item) {
        List<String> lines = new ArrayList<>();
        ScheduledRelease release = item.release();
        if (release != null) {
            lines.add(text("calendar.feed.release", text("release.type." + release.type()),
                    text("release.phase." + release.phase()), text("release.status." + release.status())));
            lines.add(text("calendar.feed.owner", this.people.name(release.owner())));
        }
        if (!item.reason().isEmpty()) {
            lines.add(item.reason());
        }
        if (!item.scope().isEmpty()) {
            lines.add(text("calendar.feed.scope", item.scope()));
        }
        if (item.zone() != null) {
            lines.add(text("calendar.feed.zone", item.zone().getId()));
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

    private String text(String code, Object... arguments) {
        return this.messages.getMessage(code, arguments, Locale.ENGLISH);
    }

}
