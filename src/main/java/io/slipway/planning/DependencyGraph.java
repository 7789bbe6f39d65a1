package io.slipway.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.planning.plan.Dependency;
import io.slipway.planning.plan.DependencyKind;
import org.jspecify.annotations.Nullable;

/**
 * What releases ask of each other. Those that go together count as one, so a circle is a
 * way back to the same release in which something has to be live before something else.
 */
record DependencyGraph(List<Link> links) {

    /**
     * Finds a circle that a plan would close.
     * @param release key of the plan's release
     * @return the keys on the circle, from the release back to it; empty if there is none
     */
    Optional<List<String>> circle(String release, List<Dependency> asked) {
        List<Link> all = new ArrayList<>(this.links.stream().filter((link) -> !link.from().equals(release)).toList());
        asked.forEach((dependency) -> all.add(new Link(release, dependency.kind(), dependency.release())));
        Place start = new Place(release, false);
        Place goal = new Place(release, true);
        Map<Place, @Nullable Place> cameFrom = new HashMap<>();
        cameFrom.put(start, null);
        Deque<Place> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            Place place = next.remove();
            for (Link link : all) {
                Place step = link.from(place);
                if (step != null && !cameFrom.containsKey(step)) {
                    cameFrom.put(step, place);
                    next.add(step);
                }
            }
        }
        return cameFrom.containsKey(goal) ? Optional.of(way(goal, cameFrom)) : Optional.empty();
    }

    /**
     * Finds a release that asks the opposite of what a plan asks of it.
     * @param release key of the plan's release
     */
    Optional<String> contradiction(String release, List<Dependency> asked) {
        return this.links.stream()
            .filter((link) -> link.to().equals(release))
            .filter((link) -> asked.stream()
                .anyMatch((dependency) -> dependency.release().equals(link.from())
                        && opposite(dependency.kind(), link.kind())))
            .map(Link::from)
            .findFirst();
    }

    private static boolean opposite(DependencyKind one, DependencyKind other) {
        return one != other && one != DependencyKind.LIVE_BEFORE && other != DependencyKind.LIVE_BEFORE;
    }

    private static List<String> way(Place goal, Map<Place, @Nullable Place> cameFrom) {
        List<String> way = new ArrayList<>();
        for (Place place = goal; place != null; place = cameFrom.get(place)) {
            way.add(place.release());
        }
        Collections.reverse(way);
        return way;
    }

    /**
     * What one release asks of another.
     *
     * @param from key of the release that asks
     * @param to key of the other one
     */
    record Link(String from, DependencyKind kind, String to) {

        @Nullable Place from(Place place) {
            return switch (this.kind) {
                case LIVE_BEFORE -> place.release().equals(this.from) ? new Place(this.to, true) : null;
                case TOGETHER -> place.release().equals(this.from) ? new Place(this.to, place.waited())
                        : (place.release().equals(this.to) ? new Place(this.from, place.waited()) : null);
                case NOT_TOGETHER -> null;
            };
        }

    }

    /**
     * Where the search is.
     *
     * @param waited whether something had to be live before on the way here
     */
    record Place(String release, boolean waited) {
    }

}
