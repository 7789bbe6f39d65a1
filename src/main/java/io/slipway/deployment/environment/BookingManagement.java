package io.slipway.deployment.environment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.slipway.identity.Act;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.release.ReleaseManagement;
import io.slipway.schedule.DeploymentSlot;
import io.slipway.schedule.PlannedRelease;
import io.slipway.schedule.PlannedReleases;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import io.slipway.ui.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books environments. Two may share a time unless one of them wants to be alone; who
 * comes second is refused then, and told who was first and when it is free. Planned
 * deployments are named as contention: their plans were approved without the booking.
 */
@Service
@Transactional
public class BookingManagement {

    private static final int PURPOSE = 500;

    private static final Duration LONGEST = Duration.ofDays(90);

    private static final Duration AHEAD = Duration.ofDays(730);

    private static final int MOST_OVERLAPS = 200;

    private static final int MOST_PLANNED = 2000;

    private static final KeyOrder<Booking> NEXT_FIRST = KeyOrder.<Booking>ascending()
        .instant("ends_at", Booking::endsAt)
        .number("id", Booking::id);

    private static final String SELECT = "select * from environment_bookings";

    private final JdbcClient jdbc;

    private final EnvironmentRows environments;

    private final ReleaseManagement releases;

    private final ObjectProvider<PlannedReleases> planned;

    private final CurrentActor currentActor;

    private final Journal journal;

    private final Times times;

    private final Clock clock;

    BookingManagement(JdbcClient jdbc, EnvironmentRows environments, ReleaseManagement releases,
            ObjectProvider<PlannedReleases> planned, CurrentActor currentActor, Journal journal, Times times,
            Clock clock) {
        this.jdbc = jdbc;
        this.environments = environments;
        this.releases = releases;
        this.planned = planned;
        this.currentActor = currentActor;
        this.journal = journal;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Books an environment. Refuses an empty purpose, an unknown or ended release, a time
     * that is missing, over, inverted, longer than 90 days or more than two years ahead,
     * and one that another booking has to itself, or wants for itself while others have
     * it.
     * @return the id
     */
    @PreAuthorize(HoldManagement.ASKERS)
    public long book(String environment, BookingDraft draft) {
        InputCheck check = new InputCheck();
        String purpose = check.required("purpose", draft.purpose(), PURPOSE, "deployment.environment.purpose.missing");
        String release = HoldManagement.release(this.releases, draft.releaseKey(), check);
        check(draft, check);
        check.finish();
        Instant from = Objects.requireNonNull(draft.from());
        Instant to = Objects.requireNonNull(draft.to());
        this.environments.lock(environment);
        List<Booking> others = overlapping(environment, from, to);
        others.stream()
            .filter((other) -> draft.alone() || other.alone())
            .max(Comparator.comparing(Booking::endsAt))
            .ifPresent((other) -> check.refuse("from", "deployment.environment.booking.taken", other.purpose(),
                    other.bookedBy(), this.times.withZone(other.startsAt()), this.times.withZone(other.endsAt())));
        check.finish();
        Act act = this.journal.act();
        long id = Clause
            .insert("environment_bookings", "environment", environment, "release_key", release, "purpose", purpose,
                    "alone", draft.alone(), "starts_at", from, "ends_at", to, "booked_by", act.by(), "booked_at",
                    act.at(), "cancelled", false)
            .insertedBy(this.jdbc);
        write("environment.booked", environment, release, null,
                Map.of("purpose", purpose, "alone", draft.alone(), "start", from, "end", to));
        return id;
    }

    /**
     * Cancels a booking. Refuses one that is over or cancelled, everybody but who booked
     * it and deployment managers, and an empty reason.
     * @param reason why, 1 to 1,000 characters
     */
    public void cancel(String environment, long id, String reason) {
        Booking booking = get(environment, id);
        Act act = this.journal.act();
        if (!booking.bookedBy().equals(act.by()) && !this.currentActor.get().has(Role.DEPLOYMENT_MANAGER)) {
            throw new AccessDeniedException("Only who booked it and deployment managers cancel it");
        }
        InputCheck check = new InputCheck();
        String why = check.required("reason", reason, Environments.LONGEST, "deployment.environment.reason.missing");
        check.refuseIf(booking.cancelled() || !booking.endsAt().isAfter(act.at()), "",
                "deployment.environment.booking.over");
        check.finish();
        int cancelled = Clause
            .update("environment_bookings", "cancelled", true, "cancelled_at", act.at(), "cancelled_by", act.by(),
                    "cancel_reason", why)
            .where(Clause.equal("id", id).and("cancelled = false"))
            .on(this.jdbc)
            .update();
        if (cancelled > 0) {
            write("environment.booking-cancelled", environment, booking.releaseKey(), why,
                    Map.of("purpose", booking.purpose(), "start", booking.startsAt(), "end", booking.endsAt()));
        }
    }

    /**
     * The bookings of an environment that are not over, the first to end first.
     * @param from where the page begins; text that nobody gave out begins anew
     */
    @Transactional(readOnly = true)
    public KeyPage<Booking> next(String environment, String from) {
        return NEXT_FIRST.page(this.jdbc, SELECT,
                Clause.equal("environment", environment)
                    .and("cancelled = false")
                    .and("ends_at > :now", "now", this.clock.instant()),
                from, Booking.class);
    }

    /**
     * The bookings of all environments in a period.
     * @param from begin of the period, UTC
     * @param to end of the period, UTC, exclusive
     * @param limit the most to return
     */
    @Transactional(readOnly = true)
    public List<Booking> within(Instant from, Instant to, int limit) {
        return Clause.of(SELECT)
            .where(Clause.of("cancelled = false").and("ends_at > :from", "from", from).and("starts_at < :to", "to", to))
            .append(" order by ends_at, starts_at limit " + limit)
            .on(this.jdbc)
            .query(Booking.class)
            .list();
    }

    /**
     * The planned deployments that want an environment while it is booked.
     * @return their slots, without the release for which it is booked
     */
    @Transactional(readOnly = true)
    public List<DeploymentSlot> contention(Booking booking) {
        return this.planned.stream()
            .flatMap((releases) -> releases.overlapping(booking.startsAt(), booking.endsAt(), MOST_PLANNED).stream())
            .map(PlannedRelease::slot)
            .filter((slot) -> slot.environment().equalsIgnoreCase(booking.environment())
                    && !slot.releaseKey().equals(booking.releaseKey()))
            .toList();
    }

    /**
     * A booking. Refuses an unknown one, or one of another environment, with a
     * {@code NotFoundException}.
     */
    @Transactional(readOnly = true)
    public Booking get(String environment, long id) {
        return Clause.of(SELECT)
            .where(Clause.equal("id", id).and(Clause.equal("environment", environment)))
            .on(this.jdbc)
            .query(Booking.class)
            .optional()
            .orElseThrow(() -> new NotFoundException("booking", environment + "/" + id));
    }

    private void check(BookingDraft draft, InputCheck check) {
        check.given("from", draft.from(), "deployment.environment.booking.from.missing");
        check.given("to", draft.to(), "deployment.environment.booking.to.missing");
        if (draft.from() != null && draft.to() != null) {
            Instant now = this.clock.instant();
            check.refuseIf(!draft.to().isAfter(draft.from()), "to", "deployment.environment.booking.inverted");
            check.refuseIf(!draft.to().isAfter(now), "to", "deployment.environment.booking.past");
            check.refuseIf(Duration.between(draft.from(), draft.to()).compareTo(LONGEST) > 0, "to",
                    "deployment.environment.booking.long", LONGEST.toDays());
            check.refuseIf(draft.from().isAfter(now.plus(AHEAD)), "from", "deployment.environment.booking.far");
        }
    }

    private List<Booking> overlapping(String environment, Instant from, Instant to) {
        return Clause.of(SELECT)
            .where(Clause.equal("environment", environment)
                .and("cancelled = false")
                .and("ends_at > :from", "from", from)
                .and("starts_at < :to", "to", to))
            .append(" order by ends_at, id limit " + MOST_OVERLAPS)
            .on(this.jdbc)
            .query(Booking.class)
            .list();
    }

    private void write(String action, String environment, @Nullable String release, @Nullable String reason,
            Map<String, ?> values) {
        JournalEntry entry = JournalEntry.of(action, "environment", environment).because(reason).with(values);
        this.journal.record((release != null) ? entry.release(release) : entry);
    }

}
