package io.slipway.planning.collision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.slipway.identity.AwayTime;
import io.slipway.identity.PersonDirectory;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.Timeline;
import io.slipway.schedule.Timeline.Ruling;

import org.springframework.beans.factory.ObjectProvider;
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

    private final ObjectProvider<ChangeVotes> votes;

    private final FreeSlots slots;

    private final CollisionWords words;

    PeriodCollisions(CollisionQueries queries, ScheduleManagement schedule, PersonDirectory people,
            ObjectProvider<ChangeVotes> votes, FreeSlots slots, CollisionWords words) {
        this.queries = queries;
        this.schedule = schedule;
        this.people = people;
        this.votes = votes;
        this.slots = slots;
        this.words = words;
    }

    /** The collisions of those deployments of a period that are asked for by key. */
    List<Collision> between(Instant from, Instant to, Predicate<String> asked) {
        List<CollisionQueries.Planned> found = this.queries.planned(from, to, MOST);
        List<PlannedDeployment> all = found.stream().map(CollisionQueries.Planned::deployment).toList();
        List<PlannedDeployment> plans = all.stream().filter((plan) -> asked.test(plan.key())).toList();
        if (plans.isEmpty()) {
            return List.of();
        }
        Map<String, List<Neighbour>> neighbours = neighbours(around(plans, all, from, to));
        Map<String, List<DependencyState>> states = states(plans);
        Timeline timeline = this.schedule.timeline(first(plans), last(plans));
        List<AwayTime> away = this.people.absencesOf(
                plans.stream().flatMap((plan) -> plan.people().stream()).distinct().toList(), first(plans),
                last(plans));
        Map<String, ChangeVotes.Missing> votes = missing(
                found.stream().filter((plan) -> asked.test(plan.deployment().key())).toList());
        List<Collision> collisions = new ArrayList<>();
        for (PlannedDeployment plan : plans) {
            CollisionFinder.neighbours(plan, neighbours.getOrDefault(plan.key(), List.of()))
                .forEach((finding) -> collisions.add(this.words.collision(plan, finding)));
            CollisionFinder.dependencies(plan, states.getOrDefault(plan.key(), List.of()))
                .forEach((finding) -> collisions.add(this.words.collision(plan, finding)));
            CollisionFinder.away(plan, away).forEach((finding) -> collisions.add(this.words.collision(plan, finding)));
            ChangeVotes.Missing missing = votes.get(plan.key());
            if (missing != null) {
                missing.shortages()
                    .forEach((one) -> collisions.add(this.words.collision(plan, one, missing.ableFrom())));
            }
            List<Ruling> rulings = timeline.rulings(plan.slot(), plan.windowRequired(), plan.freezeBinding());
            if (!rulings.isEmpty()) {
                this.schedule.verdict(rulings, plan.slot(), null)
                    .findings()
                    .forEach((finding) -> collisions.add(this.words.collision(plan, finding)));
            }
        }
        return collisions;
    }

    /** When some deployments could be instead, as far as that is soon. */
    Map<String, Instant> nextFree(Instant from, Instant to, Predicate<String> asked, Instant now) {
        List<CollisionQueries.Planned> found = this.queries.planned(from, to, MOST)
            .stream()
            .filter((plan) -> asked.test(plan.deployment().key()))
            .toList();
        Map<String, ChangeVotes.Missing> votes = missing(found);
        List<PlannedDeployment> plans = new ArrayList<>();
        for (CollisionQueries.Planned one : found) {
            PlannedDeployment plan = one.deployment();
            ChangeVotes.Missing missing = votes.get(plan.key());
            if (missing == null) {
                plans.add(plan);
            }
            else if (missing.ableFrom() != null) {
                plans.add(plan.from(missing.ableFrom()));
            }
        }
        return plans.isEmpty() ? Map.of() : this.slots.near(plans, states(plans), now);
    }

    private Map<String, List<DependencyState>> states(List<PlannedDeployment> plans) {
        return this.queries.states(plans.stream().map(PlannedDeployment::key).toList())
            .stream()
            .collect(Collectors.groupingBy(DependencyState::of));
    }

    private Map<String, ChangeVotes.Missing> missing(List<CollisionQueries.Planned> plans) {
        return this.votes.getObject()
            .missing(plans.stream()
                .map((plan) -> new ChangeVotes.Planned(plan.deployment().key(), plan.inputs(),
                        plan.deployment().start()))
                .toList());
    }

    private List<PlannedDeployment> planned(Instant from, Instant to) {
        return this.queries.planned(from, to, MOST).stream().map(CollisionQueries.Planned::deployment).toList();
    }

    /** All of the period, and what those that reach beyond it meet there. */
    private Collection<PlannedDeployment> around(List<PlannedDeployment> plans, List<PlannedDeployment> all,
            Instant from, Instant to) {
        Map<String, PlannedDeployment> around = new LinkedHashMap<>();
        all.forEach((plan) -> around.put(plan.key(), plan));
        if (first(plans).isBefore(from)) {
            planned(first(plans), from).forEach((plan) -> around.put(plan.key(), plan));
        }
        if (last(plans).isAfter(to)) {
            planned(to, last(plans)).forEach((plan) -> around.put(plan.key(), plan));
        }
        return around.values();
    }

    /** Which deployments share something and overlap, by the key of each of both. */
    static Map<String, List<Neighbour>> neighbours(Collection<PlannedDeployment> plans) {
        Map<String, List<Neighbour>> found = new HashMap<>();
        meet(CollisionKind.SERVICE, plans, PlannedDeployment::services, true, found);
        meet(CollisionKind.ITEM, plans, PlannedDeployment::items, true, found);
        meet(CollisionKind.PERSON_BUSY, plans, PlannedDeployment::people, false, found);
        return found;
    }

    private static void meet(CollisionKind kind, Collection<PlannedDeployment> plans,
            Function<PlannedDeployment, List<String>> things, boolean samePlace, Map<String, List<Neighbour>> found) {
        Map<List<String>, List<Use>> byThing = new HashMap<>();
        plans.stream()
            .sorted(Comparator.comparing(PlannedDeployment::start))
            .forEach((plan) -> things.apply(plan)
                .forEach((thing) -> byThing
                    .computeIfAbsent(List.of(thing.toLowerCase(Locale.ROOT), samePlace ? plan.environment() : ""),
                            (one) -> new ArrayList<>())
                    .add(new Use(plan, thing))));
        byThing.values().forEach((sharing) -> {
            for (int i = 0; i < sharing.size(); i++) {
                Use one = sharing.get(i);
                int met = 0;
                for (int j = i + 1; j < sharing.size() && met < NEIGHBOURS; j++) {
                    Use other = sharing.get(j);
                    if (!other.plan().start().isBefore(one.plan().end())) {
                        break;
                    }
                    met++;
                    add(found, one, other, kind);
                    add(found, other, one, kind);
                }
            }
        });
    }

    private static void add(Map<String, List<Neighbour>> found, Use one, Use other, CollisionKind kind) {
        PlannedDeployment met = other.plan();
        found.computeIfAbsent(one.plan().key(), (key) -> new ArrayList<>())
            .add(new Neighbour(kind, other.thing(), met.key(), met.start(), met.end()));
    }

    private static Instant first(List<PlannedDeployment> plans) {
        return plans.stream().map(PlannedDeployment::start).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant last(List<PlannedDeployment> plans) {
        return plans.stream().map(PlannedDeployment::end).max(Comparator.naturalOrder()).orElseThrow();
    }

    /**
     * What a deployment shares, as its plan spells it.
     */
    private record Use(PlannedDeployment plan, String thing) {
    }

}
