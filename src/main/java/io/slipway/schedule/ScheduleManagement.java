package io.slipway.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.slipway.permit.PermitManagement;
import io.slipway.schedule.Timeline.Grant;
import io.slipway.schedule.Timeline.Period;
import io.slipway.schedule.Timeline.Ruling;
import io.slipway.sql.ReadOnce;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The schedule as rules and pages ask it: windows, freezes, exceptions, the stopped line.
 * It reads indexed occurrences; rules were expanded when they were saved.
 */
@Service
@Transactional(readOnly = true)
public class ScheduleManagement {

    /** The kind of permits that let a release pass freezes. */
    public static final String EXCEPTION = "freeze-exception";

    private static final int MOST_OCCURRENCES = 20_000;

    /** An opening is mostly near: the whole reach is read only if it is not. */
    private static final List<Duration> STEPS = List.of(Duration.ofDays(31), Duration.ofDays(124), Timeline.REACH);

    private final ScheduleQueries queries;

    private final ScheduleWords words;

    private final PermitManagement permits;

    private final ObjectProvider<Horizon> horizon;

    private final ReadOnce once;

    ScheduleManagement(ScheduleQueries queries, ScheduleWords words, PermitManagement permits,
            ObjectProvider<Horizon> horizon, ReadOnce once) {
        this.queries = queries;
        this.words = words;
        this.permits = permits;
        this.horizon = horizon;
        this.once = once;
    }

    /**
     * Judges a deployment at its time. A stopped line is not looked at: it concerns
     * starts only.
     * @param windowRequired whether it needs a window; if none that concerns it exists,
     * that forbids it
     * @return the verdict with every finding, and the next opening
     */
    public ScheduleVerdict judge(DeploymentSlot slot, boolean windowRequired, boolean freezeBinding) {
        List<Period> concerned = concerned(slot);
        List<Ruling> rulings = timeline(concerned, slot.start(), slot.end()).rulings(slot, windowRequired,
                freezeBinding);
        Instant next = slot.start();
        if (rulings.stream().anyMatch((ruling) -> ruling.effect().blocking())) {
            next = nextFree(concerned, slot, windowRequired, freezeBinding, List.of()).orElse(null);
        }
        return verdict(rulings, slot, next);
    }

    /**
     * The first time at which a deployment of the same length fits into windows, between
     * freezes and between other times that are taken.
     * @param slot the deployment; not before its start
     * @param alsoBusy other times at which it must not be, in any order
     * @return the start, at most 400 days after the slot's; empty if there is none
     */
    public Optional<Instant> nextFree(DeploymentSlot slot, boolean windowRequired, boolean freezeBinding,
            List<Interval> alsoBusy) {
        return nextFree(concerned(slot), slot, windowRequired, freezeBinding, alsoBusy);
    }

    /**
     * Everything that is scheduled within a stretch of time, to judge many deployments by
     * it.
     * @param from begin of the stretch, UTC
     * @param to end of the stretch, UTC, exclusive
     * @return windows, freezes and granted exceptions
     */
    public Timeline timeline(Instant from, Instant to) {
        return timeline(this.queries.periods(from), from, to);
    }

    /**
     * The verdict of a timeline, in words.
     * @param next when it could begin next; null if not known
     */
    public ScheduleVerdict verdict(List<Ruling> rulings, DeploymentSlot slot, @Nullable Instant next) {
        return new ScheduleVerdict(rulings.stream().map((ruling) -> this.words.finding(ruling, slot, next)).toList(),
                next);
    }

    /**
     * The occurrences of windows and freezes that overlap a period.
     * @param from begin of the period, UTC
     * @param to end of the period, UTC, exclusive
     * @param limit the most to return, up to 20,000
     * @return the occurrences by start
     */
    public List<Occurrence> occurrences(Instant from, Instant to, int limit) {
        return this.queries.occurrences(from, to, Math.min(limit, MOST_OCCURRENCES));
    }

    /**
     * Whether the line is stopped.
     * @return by whom and why, if it is
     */
    public Optional<Stop> stopped() {
        return this.queries.stopped();
    }

    private List<Period> concerned(DeploymentSlot slot) {
        return this.queries.periods(slot.start()).stream().filter((period) -> period.scope().concerns(slot)).toList();
    }

    private Optional<Instant> nextFree(List<Period> concerned, DeploymentSlot slot, boolean windowRequired,
            boolean freezeBinding, List<Interval> alsoBusy) {
        Instant start = slot.start();
        for (Duration step : STEPS) {
            Instant end = slot.end().plus(step);
            Optional<Instant> found = timeline(concerned, start, end).nextFree(slot, windowRequired, freezeBinding,
                    alsoBusy, start.plus(step));
            // What begins beyond the stretch may join a window at its end, never shorten
            // it.
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Timeline timeline(List<Period> periods, Instant from, Instant to) {
        Collection<Long> ids = periods.stream().map(Period::id).toList();
        this.queries.horizon(ids)
            .filter((known) -> known.isBefore(to))
            .ifPresent((known) -> this.horizon.ifAvailable((rules) -> rules.reach(to)));
        return new Timeline(periods, this.queries.spans(ids, from, to), grants(ids));
    }

    private List<Grant> grants(Collection<Long> periods) {
        return this.once.of("grants", periods.toString(),
                () -> this.permits.granted(EXCEPTION, periods.stream().map(String::valueOf).toList())
                    .stream()
                    .map((grant) -> new Grant(grant.releaseKey(), Long.parseLong(grant.subject()), grant.expiresAt()))
                    .toList());
    }

}
