package io.slipway.planning.collision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.slipway.identity.AwayTime;
import io.slipway.planning.collision.DependencyState.Standing;
import io.slipway.planning.plan.DependencyKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is in the way of a planned deployment among what is known of the others. It
 * asks nobody and changes nothing.
 */
final class CollisionFinder {

    private CollisionFinder() {
    }

    /** Deployments that overlap it and share something; one finding for each and kind. */
    static List<Clash> neighbours(PlannedDeployment plan, List<Neighbour> neighbours) {
        Map<List<Object>, List<Neighbour>> shared = new LinkedHashMap<>();
        neighbours.stream()
            .filter((other) -> !other.key().equals(plan.key()) && other.overlaps(plan.start(), plan.end()))
            .forEach((other) -> shared.computeIfAbsent(List.of(other.kind(), other.key()), (one) -> new ArrayList<>())
                .add(other));
        List<Clash> findings = new ArrayList<>();
        shared.values().forEach((same) -> {
            Neighbour first = same.get(0);
            List<String> things = List.copyOf(new TreeSet<>(same.stream().map(Neighbour::thing).toList()));
            findings.add(new Clash(first.kind(), first.kind() != CollisionKind.PERSON_BUSY, first.kind().name(),
                    first.key(), things, later(plan.start(), first.start()), earlier(plan.end(), first.end())));
        });
        return findings;
    }

    /** What it asks of other releases, and they of it, and cannot be. */
    static List<Clash> dependencies(PlannedDeployment plan, List<DependencyState> states) {
        List<Clash> findings = new ArrayList<>();
        for (DependencyState state : states) {
            Clash finding = switch (state.kind()) {
                case LIVE_BEFORE -> state.asked() ? notLive(plan, state) : tooLate(plan, state);
                case NOT_TOGETHER -> overlapping(plan, state);
                case TOGETHER -> apart(plan, state);
            };
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private static @Nullable Clash notLive(PlannedDeployment plan, DependencyState state) {
        if (state.standing() == Standing.LIVE) {
            return null;
        }
        if (state.standing() == Standing.GONE) {
            return finding(CollisionKind.DEPENDENCY, true, "DEPENDENCY.gone", state, plan.start(), null);
        }
        Instant live = state.end();
        if (live == null) {
            return finding(CollisionKind.DEPENDENCY, true, "DEPENDENCY.unplanned", state, plan.start(), null);
        }
        return live.isAfter(plan.start())
                ? finding(CollisionKind.DEPENDENCY, true, "DEPENDENCY", state, plan.start(), live) : null;
    }

    private static @Nullable Clash tooLate(PlannedDeployment plan, DependencyState state) {
        Instant waiting = state.start();
        boolean late = state.standing() == Standing.COMING && waiting != null && plan.end().isAfter(waiting);
        return late ? finding(CollisionKind.DEPENDENCY, false, "DEPENDENCY.late", state, waiting, plan.end()) : null;
    }

    private static @Nullable Clash overlapping(PlannedDeployment plan, DependencyState state) {
        boolean overlap = state.standing() == Standing.COMING && state.phase().compareTo(CollisionQueries.LAST) <= 0
                && state.overlaps(plan.start(), plan.end());
        return overlap ? finding(CollisionKind.NOT_TOGETHER, true, "NOT_TOGETHER", state, plan.start(), plan.end())
                : null;
    }

    private static @Nullable Clash apart(PlannedDeployment plan, DependencyState state) {
        if (state.standing() == Standing.GONE) {
            return finding(CollisionKind.TOGETHER, false, "TOGETHER.gone", state, plan.start(), plan.end());
        }
        boolean apart = state.standing() == Standing.LIVE || !state.overlaps(plan.start(), plan.end());
        return apart ? finding(CollisionKind.TOGETHER, false, "TOGETHER", state, plan.start(), plan.end()) : null;
    }

    private static Clash finding(CollisionKind kind, boolean blocking, String code, DependencyState state, Instant from,
            @Nullable Instant until) {
        return new Clash(kind, blocking, code, state.key(), List.of(), from, until);
    }

    /** People whom it counts on and who are away then. */
    static List<Clash> away(PlannedDeployment plan, List<AwayTime> away) {
        return away.stream()
            .filter((time) -> plan.people().contains(time.userName()) && time.from().isBefore(plan.end())
                    && time.until().isAfter(plan.start()))
            .map((time) -> new Clash(CollisionKind.PERSON_AWAY, false, "PERSON_AWAY", time.userName(), List.of(),
                    time.from(), time.until()))
            .toList();
    }

    /** Whether a dependency leaves a time free or takes it. */
    static boolean excludes(DependencyState state) {
        return state.kind() == DependencyKind.NOT_TOGETHER && state.standing() == Standing.COMING
                && state.start() != null && state.end() != null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

}
