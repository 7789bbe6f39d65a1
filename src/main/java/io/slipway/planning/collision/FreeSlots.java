package io.slipway.planning.collision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.slipway.identity.AwayTime;
import io.slipway.identity.PersonDirectory;
import io.slipway.planning.collision.DependencyState.Standing;
import io.slipway.planning.plan.DependencyKind;
import io.slipway.schedule.DeploymentSlot;
import io.slipway.schedule.Interval;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.Timeline;

import org.springframework.stereotype.Component;

/**
 * Finds the next time at which a deployment of the same length is in nobody's way: within
 * windows, between freezes, beside all other deployments that share something.
 */
@Component
class FreeSlots {

    /** How far many are looked for together. */
    private static final Duration NEAR = Duration.ofDays(31);

    private static final int MOST = 5000;

    private final CollisionQueries queries;

    private final ScheduleManagement schedule;

    private final PersonDirectory people;

    FreeSlots(CollisionQueries queries, ScheduleManagement schedule, PersonDirectory people) {
        this.queries = queries;
        this.schedule = schedule;
        this.people = people;
    }

    /** The start, not before the planned one nor before now. */
    Optional<Instant> next(PlannedDeployment plan, List<DependencyState> states, Instant now) {
        List<Interval> busy = new ArrayList<>();
        Instant start = start(plan, states, now, busy).orElse(null);
        if (start == null) {
            return Optional.empty();
        }
        DeploymentSlot slot = plan.slot().at(start);
        this.queries.neighbours(plan, start, slot.end().plus(Timeline.REACH))
            .forEach((other) -> busy.add(new Interval(other.start(), other.end())));
        this.people.absencesOf(plan.people(), start, slot.end().plus(Timeline.REACH))
            .forEach((away) -> busy.add(new Interval(away.from(), away.until())));
        return this.schedule.nextFree(slot, plan.windowRequired(), plan.freezeBinding(), busy);
    }

    /**
     * The same for many, with a handful of statements; what is not free soon is not
     * found.
     */
    Map<String, Instant> near(List<PlannedDeployment> plans, Map<String, List<DependencyState>> states, Instant now) {
        Instant from = plans.stream().map(PlannedDeployment::start).min(Comparator.naturalOrder()).orElse(now);
        Instant until = plans.stream()
            .map(PlannedDeployment::end)
            .max(Comparator.naturalOrder())
            .orElse(now)
            .plus(NEAR);
        Timeline timeline = this.schedule.timeline(from, until);
        Collection<PlannedDeployment> others = this.queries.planned(from, until, MOST)
            .stream()
            .map(CollisionQueries.Planned::deployment)
            .toList();
        Map<String, List<PlannedDeployment>> sharing = new HashMap<>();
        others.forEach((other) -> things(other)
            .forEach((thing) -> sharing.computeIfAbsent(thing, (one) -> new ArrayList<>()).add(other)));
        List<AwayTime> away = this.people
            .absencesOf(plans.stream().flatMap((plan) -> plan.people().stream()).distinct().toList(), from, until);
        Map<String, Instant> found = new HashMap<>();
        for (PlannedDeployment plan : plans) {
            List<Interval> busy = new ArrayList<>();
            things(plan).flatMap((thing) -> sharing.getOrDefault(thing, List.of()).stream())
                .filter((other) -> !other.key().equals(plan.key()))
                .forEach((other) -> busy.add(new Interval(other.start(), other.end())));
            away.stream()
                .filter((time) -> plan.people().contains(time.userName()))
                .forEach((time) -> busy.add(new Interval(time.from(), time.until())));
            start(plan, states.getOrDefault(plan.key(), List.of()), now, busy)
                .flatMap((start) -> timeline.nextFree(plan.slot().at(start), plan.windowRequired(),
                        plan.freezeBinding(), busy, until.minus(plan.length())))
                .ifPresent((start) -> found.put(plan.key(), start));
        }
        return found;
    }

    /** Whatever only one deployment at a time may have. */
    private static Stream<String> things(PlannedDeployment plan) {
        String place = plan.environment().toLowerCase(Locale.ROOT);
        return Stream.concat(
                Stream.of(plan.services(), plan.items())
                    .flatMap((names) -> names.stream().map((name) -> place + '/' + name.toLowerCase(Locale.ROOT))),
                plan.people().stream());
    }

    /** From when on dependencies allow it, and when they do not; nothing if never. */
    private static Optional<Instant> start(PlannedDeployment plan, List<DependencyState> states, Instant now,
            List<Interval> busy) {
        Instant start = plan.start().isAfter(now) ? plan.start() : now;
        for (DependencyState state : states) {
            Instant from = state.start();
            Instant until = state.end();
            if (state.kind() == DependencyKind.LIVE_BEFORE && state.asked() && state.standing() != Standing.LIVE) {
                if (state.standing() == Standing.GONE || until == null) {
                    return Optional.empty();
                }
                start = until.isAfter(start) ? until : start;
            }
            else if (CollisionFinder.excludes(state) && from != null && until != null) {
                busy.add(new Interval(from, until));
            }
        }
        return Optional.of(start);
    }

}
