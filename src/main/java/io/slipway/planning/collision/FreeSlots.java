package io.slipway.planning.collision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        Instant start = plan.start().isAfter(now) ? plan.start() : now;
        List<Interval> busy = new ArrayList<>();
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
        DeploymentSlot slot = plan.slot().at(start);
        this.queries.neighbours(plan, start, slot.end().plus(Timeline.REACH))
            .forEach((other) -> busy.add(new Interval(other.start(), other.end())));
        this.people.absencesOf(plan.people(), start, slot.end().plus(Timeline.REACH))
            .forEach((away) -> busy.add(new Interval(away.from(), away.until())));
        return this.schedule.nextFree(slot, plan.windowRequired(), plan.freezeBinding(), busy);
    }

}
