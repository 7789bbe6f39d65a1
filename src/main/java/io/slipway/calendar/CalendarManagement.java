package io.slipway.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.slipway.deployment.environment.Booking;
import io.slipway.deployment.environment.BookingManagement;
import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.earlylife.SupportSpan;
import io.slipway.planning.collision.Collision;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.release.ForwardSchedule;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.ScheduledRelease;
import io.slipway.schedule.Occurrence;
import io.slipway.schedule.ScheduleManagement;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what lies in a period: releases with what is in their way, windows, freezes,
 * early life support and bookings of environments, with a handful of statements.
 * Everybody who is signed in may see all of it. Instants are UTC.
 */
@Service
@Transactional(readOnly = true)
public class CalendarManagement {

    /** The most releases that are read: two busy months. */
    private static final int MOST = 5_000;

    /** The most occurrences: 200 windows on each day of a month. */
    private static final int MOST_OCCURRENCES = 10_000;

    private static final Comparator<CalendarItem> ORDER = Comparator.comparing(CalendarItem::kind)
        .thenComparing((item) -> item.collisions().isEmpty())
        .thenComparing(CalendarItem::start)
        .thenComparing(CalendarItem::title);

    private final ForwardSchedule releases;

    private final EarlyLifeManagement earlyLife;

    private final ScheduleManagement schedule;

    private final CollisionManagement collisions;

    private final BookingManagement bookings;

    CalendarManagement(ForwardSchedule releases, EarlyLifeManagement earlyLife, ScheduleManagement schedule,
            CollisionManagement collisions, BookingManagement bookings) {
        this.releases = releases;
        this.earlyLife = earlyLife;
        this.schedule = schedule;
        this.collisions = collisions;
        this.bookings = bookings;
    }

    /**
     * What lies in a period.
     * @param from begin of the period, UTC
     * @param to end of the period, UTC, exclusive
     * @return the items that overlap the period
     */
    public CalendarItems between(Instant from, Instant to, CalendarFilter filter) {
        List<CalendarItem> items = new ArrayList<>();
        boolean complete = addReleases(from, to, filter, items);
        if (filter.shows(Layer.WINDOWS) || filter.shows(Layer.FREEZES)) {
            List<Occurrence> occurrences = this.schedule.occurrences(from, to, MOST_OCCURRENCES);
            complete &= occurrences.size() < MOST_OCCURRENCES;
            occurrences.stream()
                .map(CalendarItem::of)
                .filter((item) -> filter.shows(item.kind().layer()))
                .forEach(items::add);
        }
        if (filter.shows(Layer.BOOKINGS)) {
            complete &= addBookings(from, to, items);
        }
        items.sort(ORDER);
        return new CalendarItems(List.copyOf(items), complete);
    }

    private boolean addReleases(Instant from, Instant to, CalendarFilter filter, List<CalendarItem> items) {
        if (!filter.shows(Layer.RELEASES) && !filter.shows(Layer.SUPPORT)) {
            return true;
        }
        List<ScheduledRelease> planned = this.releases.between(from, to, MOST);
        Map<String, List<Collision>> collisions = filter.shows(Layer.RELEASES) ? this.collisions.between(from, to)
                : Map.of();
        List<CalendarItem> found = new ArrayList<>();
        planned.stream().filter(filter::shows).forEach((release) -> {
            if (filter.shows(Layer.RELEASES)) {
                found.add(CalendarItem.of(release, collisions.getOrDefault(release.key(), List.of())));
            }
            if (filter.shows(Layer.SUPPORT) && supportLiesAhead(release)) {
                found.add(CalendarItem.plannedSupport(release));
            }
        });
        found.stream().filter((item) -> item.start().isBefore(to) && item.end().isAfter(from)).forEach(items::add);
        return (!filter.shows(Layer.SUPPORT) || addSupport(from, to, filter, planned, items)) && planned.size() < MOST;
    }

    private boolean addSupport(Instant from, Instant to, CalendarFilter filter, List<ScheduledRelease> planned,
            List<CalendarItem> items) {
        List<SupportSpan> spans = this.earlyLife.between(from, to, MOST);
        Map<String, ScheduledRelease> known = new HashMap<>();
        planned.forEach((release) -> known.put(release.key(), release));
        List<String> unknown = spans.stream()
            .map(SupportSpan::releaseKey)
            .filter((key) -> !known.containsKey(key))
            .toList();
        this.releases.named(unknown).forEach((release) -> known.put(release.key(), release));
        for (SupportSpan span : spans) {
            ScheduledRelease release = known.get(span.releaseKey());
            if (release != null && filter.shows(release)) {
                items.add(CalendarItem.support(span, release));
            }
        }
        return spans.size() < MOST;
    }

    private boolean addBookings(Instant from, Instant to, List<CalendarItem> items) {
        List<Booking> booked = this.bookings.within(from, to, MOST);
        List<String> keys = booked.stream().map(Booking::releaseKey).filter(Objects::nonNull).distinct().toList();
        Map<String, List<String>> services = this.releases.named(keys)
            .stream()
            .collect(Collectors.toMap(ScheduledRelease::key, ScheduledRelease::services));
        booked.forEach((one) -> items.add(CalendarItem.of(one,
                (one.releaseKey() != null) ? services.getOrDefault(one.releaseKey(), List.of()) : List.of())));
        return booked.size() < MOST;
    }

    /** Support that has begun is shown as it really runs. */
    private static boolean supportLiesAhead(ScheduledRelease release) {
        return release.status() == ReleaseStatus.OPEN && release.phase().compareTo(Phase.DEPLOY) <= 0;
    }

}
