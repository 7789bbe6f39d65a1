package io.slipway.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import io.slipway.deployment.environment.Booking;
import io.slipway.earlylife.SupportSpan;
import io.slipway.planning.collision.Collision;
import io.slipway.release.ScheduledRelease;
import io.slipway.schedule.Occurrence;
import org.jspecify.annotations.Nullable;

/**
 * Something in the calendar, from its begin to its end.
 *
 * @param id names it within the calendar, always by the same text
 * @param title what it is called: the key of a release, the name of a window or freeze
 * @param start when it begins, UTC
 * @param end when it ends, UTC, exclusive
 * @param scope what it applies to, as text for people; empty for nothing named
 * @param services what it concerns; empty for everything
 * @param environments where; empty for everywhere
 * @param reason why it is; empty for releases
 * @param zone the zone in which it recurs; null for what does not
 * @param release the release that it is, or belongs to; null for windows, freezes and
 * bookings
 * @param collisions what is in the way of a release, the gravest first
 * @param address path of the page that shows more of it
 * @param version counts its changes, where they are counted
 */
public record CalendarItem(ItemKind kind, String id, String title, Instant start, Instant end, String scope,
        List<String> services, List<String> environments, String reason, @Nullable ZoneId zone,
        @Nullable ScheduledRelease release, List<Collision> collisions, String address, int version) {

    /** A purpose that is longer is told in full beside its title. */
    private static final int TITLE = 40;

    static CalendarItem of(ScheduledRelease release, List<Collision> collisions) {
        return new CalendarItem(ItemKind.RELEASE, "release-" + release.key(), release.key(), release.plannedStart(),
                release.plannedEnd(), String.join(", ", release.services()), release.services(),
                List.of(release.environment()), "", null, release, collisions, page(release), release.version());
    }

    static CalendarItem plannedSupport(ScheduledRelease release) {
        return new CalendarItem(ItemKind.PLANNED_SUPPORT, "support-" + release.key(), release.key(),
                release.plannedEnd(), release.supportEnd(), String.join(", ", release.services()), release.services(),
                List.of(release.environment()), "", null, release, List.of(), page(release), release.version());
    }

    static CalendarItem support(SupportSpan span, ScheduledRelease release) {
        return new CalendarItem(ItemKind.SUPPORT, "support-" + release.key(), release.key(), span.start(), span.end(),
                String.join(", ", release.services()), release.services(), List.of(release.environment()), "", null,
                release, List.of(), page(release), release.version() + span.version());
    }

    static CalendarItem of(Occurrence occurrence) {
        return new CalendarItem(ItemKind.of(occurrence.kind()),
                "period-" + occurrence.periodId() + "-" + occurrence.start().getEpochSecond(), occurrence.name(),
                occurrence.start(), occurrence.end(), occurrence.scope(), occurrence.concerned().services(),
                occurrence.concerned().environments(), occurrence.reason(), occurrence.zone(), null, List.of(),
                "/schedule/periods/" + occurrence.periodId(), 0);
    }

    static CalendarItem of(Booking booking, List<String> services) {
        String purpose = (booking.releaseKey() != null) ? booking.releaseKey() : booking.purpose();
        String words = (purpose.length() > TITLE) ? purpose.substring(0, TITLE - 1).strip() + "…" : purpose;
        return new CalendarItem(booking.alone() ? ItemKind.SOLE_BOOKING : ItemKind.BOOKING, "booking-" + booking.id(),
                booking.environment() + " · " + words, booking.startsAt(), booking.endsAt(), booking.environment(),
                services, List.of(booking.environment()), booking.purpose(), null, null, List.of(),
                "/environments/" + booking.environment() + "#bookings", 0);
    }

    /** Tells whether something is in the way that the deployment cannot be with. */
    public boolean blocked() {
        return this.collisions.stream().anyMatch(Collision::blocking);
    }

    private static String page(ScheduledRelease release) {
        return "/releases/" + release.key();
    }

}
