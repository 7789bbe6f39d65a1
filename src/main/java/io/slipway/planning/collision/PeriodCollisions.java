package io.slipway.planning.collision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.identity.AwayTime;
import io.slipway.identity.PersonDirectory;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.Timeline;
import io.slipway.schedule.Timeline.Ruling;

import org.springframework.stereotype.Component;

/**
 * Finds the collisions of all planned deployments in a period together: one statement for
 * each kind of fact, the rest in memory.
 */
@Component
class PeriodCollisions {

    /** More deployments than that are not looked at in one period. */
    private static final int MOST = 5000;

    /** More neighbours than that are not told of one deployment and one thing. */
    private static final int NEIGHBOURS = 20;

    private final CollisionQueries queries;

    private final ScheduleManagement schedule;

    private final PersonDirectory people;

    private final CollisionWords words;

    PeriodCollisions(CollisionQueries queries, ScheduleManagement schedule, PersonDirectory people,
            CollisionWords words) {
        this.queries = queries;
        this.schedule = schedule;
        this.people = people;
        this.words = words;
    }

    List<Collision> between(Instant from, Instant to) {
        List<PlannedDeployment> plans = this.queries.planned(from, to, MOST)
            .stream()
            .map(CollisionQueries.Planned::deployment)
            .toList();
        if (plans.isEmpty()) {
            return List.of();
        }
        Map<String, List<Neighbour>> neighbours = neighbours(plans);
        Map<String, List<DependencyState>> states = this.queries
            .states(plans.stream().map(PlannedDeployment::key).toList())
            .stream()
            .collect(Collectors.groupingBy(DependencyState::of));
        Timeline timeline = this.schedule.timeline(first(plans), last(plans));
        List<AwayTime> away = this.people.absencesOf(
                plans.stream().flatMap((plan) -> plan.people().stream()).distinct().toList(), first(plans),
                last(plans));
        List<Collision> collisions = new ArrayList<>();
        for (PlannedDeployment plan : plans) {
            CollisionFinder.neighbours(plan, neighbours.getOrDefault(plan.key(), List.of()))
                .forEach((finding) -> collisions.add(this.words.collision(plan, finding)));
            CollisionFinder.dependencies(plan, states.getOrDefault(plan.key(), List.of()))
                .forEach((finding) -> collisions.add(this.words.collision(plan, finding)));
            CollisionFinder.away(plan, away).forEach((finding) -> collisions.add(this.words.collision(plan, finding)));
            List<Ruling> rulings = timeline.rulings(plan.slot(), plan.windowRequired(), plan.freezeBinding());
            if (!rulings.isEmpty()) {
                this.schedule.verdict(rulings, plan.slot(), null)
                    .findings()
                    .forEach((finding) -> collisions.add(this.words.collision(plan, finding)));
            }
        }
        return collisions;
    }

    /** Which deployments share something and overlap, by the key of each of both. */
    static Map<String, List<Neighbour>> neighbours(List<PlannedDeployment> plans) {
        Map<String, List<Neighbour>> found = new HashMap<>();
        meet(CollisionKind.SERVICE, plans, PlannedDeployment::services, true, found);
        meet(CollisionKind.ITEM, plans, PlannedDeployment::items, true, found);
        meet(CollisionKind.PERSON_BUSY, plans, PlannedDeployment::people, false, found);
        return found;
    }

    private static void meet(CollisionKind kind, List<PlannedDeployment> plans,
            Function<PlannedDeployment, List<String>> things, boolean samePlace, Map<String, List<Neighbour>> found) {
        Map<List<String>, List<PlannedDeployment>> byThing = new HashMap<>();
        plans.stream()
            .sorted(Comparator.comparing(PlannedDeployment::start))
            .forEach((plan) -> things.apply(plan)
                .forEach((thing) -> byThing
                    .computeIfAbsent(List.of(thing, samePlace ? plan.environment() : ""), (one) -> new ArrayList<>())
                    .add(plan)));
        byThing.forEach((thing, sharing) -> {
            for (int i = 0; i < sharing.size(); i++) {
                PlannedDeployment one = sharing.get(i);
                int met = 0;
                for (int j = i + 1; j < sharing.size() && met < NEIGHBOURS; j++) {
                    PlannedDeployment other = sharing.get(j);
                    if (!other.start().isBefore(one.end())) {
                        break;
                    }
                    met++;
                    add(found, one, other, kind, thing.get(0));
                    add(found, other, one, kind, thing.get(0));
                }
            }
        });
    }

    private static void add(Map<String, List<Neighbour>> found, PlannedDeployment of, PlannedDeployment other,
            CollisionKind kind, String thing) {
        found.computeIfAbsent(of.key(), (key) -> new ArrayList<>())
            .add(new Neighbour(kind, thing, other.key(), other.start(), other.end()));
    }

    private static Instant first(List<PlannedDeployment> plans) {
        return plans.stream().map(PlannedDeployment::start).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant last(List<PlannedDeployment> plans) {
        return plans.stream().map(PlannedDeployment::end).max(Comparator.naturalOrder()).orElseThrow();
    }

}
