package io.slipway.planning.collision;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.slipway.identity.PersonDirectory;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.ReleasePlan;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.planning.plan.PlannedPerson;
import io.slipway.policy.PolicyInputs;
import io.slipway.policy.PolicyManagement;
import io.slipway.policy.Risk;
import io.slipway.release.ReleaseDetails;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.sql.ReadOnce;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells what is in the way of planned deployments, one by one while planning and all of a
 * period at once, and when a deployment could be instead. Nothing is kept: every answer
 * is derived from plans and schedule as they are.
 */
@Service
@Transactional(readOnly = true)
public class CollisionManagement {

    private final CurrentPlans plans;

    private final CollisionQueries queries;

    private final PeriodCollisions periods;

    private final FreeSlots slots;

    private final ScheduleManagement schedule;

    private final PolicyManagement policy;

    private final ObjectProvider<ChangeVotes> votes;

    private final PersonDirectory people;

    private final CollisionWords words;

    private final Clock clock;

    private final ReadOnce once;

    CollisionManagement(CurrentPlans plans, CollisionQueries queries, PeriodCollisions periods, FreeSlots slots,
            ScheduleManagement schedule, PolicyManagement policy, ObjectProvider<ChangeVotes> votes,
            PersonDirectory people, CollisionWords words, Clock clock, ReadOnce once) {
        this.plans = plans;
        this.queries = queries;
        this.periods = periods;
        this.slots = slots;
        this.schedule = schedule;
        this.policy = policy;
        this.votes = votes;
        this.people = people;
        this.words = words;
        this.clock = clock;
        this.once = once;
    }

    /**
     * What is in the way of a release's deployment as its plan now stands.
     * @return the report; nothing for a plan without times and a release that has ended
     */
    public CollisionReport of(ReleaseDetails release) {
        if (!release.open() || release.phase().compareTo(CollisionQueries.LAST) > 0) {
            return CollisionReport.NONE;
        }
        return this.once.of("collisions", release.key(), () -> {
            ReleasePlan plan = this.plans.of(release);
            return report(release.key(), plan.plan(), plan.policy());
        });
    }

    /**
     * What would be in the way of a deployment that is only being planned.
     * @return the report; nothing for a plan without times
     */
    public CollisionReport of(String key, Plan draft) {
        return report(key, draft, null);
    }

    private CollisionReport report(String key, Plan draft, @Nullable PlanPolicy decided) {
        Instant start = draft.times().plannedStart();
        Instant end = draft.times().plannedEnd();
        if (start == null || end == null || !end.isAfter(start)) {
            return CollisionReport.NONE;
        }
        Plan.Scope scope = draft.scope();
        PolicyInputs inputs = scope.inputs((decided != null) ? decided.risk() : Risk.LOW);
        PlanPolicy rules = (decided != null) ? decided : PlanPolicy.of(Risk.LOW, this.policy.releasePolicy(inputs));
        PlannedDeployment plan = new PlannedDeployment(key, scope.name(), scope.type(), scope.environment(),
                scope.services(), scope.items(),
                draft.people().people().stream().map(PlannedPerson::userName).distinct().toList(),
                draft.times().dependencies(), start, end, rules.windowRequired(), rules.freezeBinding());
        CollisionReport report = check(plan);
        ChangeVotes.Missing missing = this.votes.getObject()
            .missing(List.of(new ChangeVotes.Planned(key, inputs, start)))
            .get(key);
        return (missing != null) ? with(missing, report, plan) : report;
    }

    /**
     * With the votes that are missing; it then begins when they can be given at first.
     */
    private CollisionReport with(ChangeVotes.Missing votes, CollisionReport report, PlannedDeployment plan) {
        Instant able = votes.ableFrom();
        List<Collision> collisions = new ArrayList<>(report.collisions());
        votes.shortages().forEach((shortage) -> collisions.add(this.words.collision(plan, shortage, able)));
        collisions.sort(gravestFirst());
        Instant free = (able != null)
                ? this.slots.next(plan.from(able), this.queries.states(plan), this.clock.instant()).orElse(null) : null;
        return new CollisionReport(List.copyOf(collisions), free);
    }

    /**
     * What is in the way of a planned deployment.
     * @return what collides, and the next free slot if anything does
     */
    public CollisionReport check(PlannedDeployment plan) {
        List<DependencyState> states = this.queries.states(plan);
        List<Clash> findings = new ArrayList<>(
                CollisionFinder.neighbours(plan, this.queries.neighbours(plan, plan.start(), plan.end())));
        findings.addAll(CollisionFinder.dependencies(plan, states));
        findings.addAll(CollisionFinder.away(plan, this.people.absencesOf(plan.people(), plan.start(), plan.end())));
        List<Collision> collisions = new ArrayList<>();
        findings.forEach((finding) -> collisions.add(this.words.collision(plan, finding)));
        this.schedule.judge(plan.slot(), plan.windowRequired(), plan.freezeBinding())
            .findings()
            .forEach((finding) -> collisions.add(this.words.collision(plan, finding)));
        if (collisions.isEmpty()) {
            return CollisionReport.NONE;
        }
        collisions.sort(gravestFirst());
        return new CollisionReport(List.copyOf(collisions),
                this.slots.next(plan, states, this.clock.instant()).orElse(null));
    }

    /**
     * What some releases depend on, and what depends on them.
     */
    public List<DependencyState> dependencies(ReleaseDetails release) {
        return this.queries.states(List.of(release.key()));
    }

    /**
     * All collisions of the planned deployments in a period, in a handful of statements.
     * @param from begin of the period, UTC
     * @param to end of the period, UTC, exclusive
     * @return the collisions of each release that has any, by its key
     */
    public Map<String, List<Collision>> between(Instant from, Instant to) {
        return between(from, to, (key) -> true);
    }

    private Map<String, List<Collision>> between(Instant from, Instant to, Predicate<String> asked) {
        return this.periods.between(from, to, asked)
            .stream()
            .sorted(gravestFirst())
            .collect(Collectors.groupingBy(Collision::releaseKey));
    }

    /**
     * The collisions of some releases, in a handful of statements.
     * @param keys the releases' keys, at most 5,000
     * @return the collisions of each release that has any, by its key
     */
    public Map<String, List<Collision>> of(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return this.queries.times(keys)
            .map((span) -> between(span.from(), span.until(), Set.copyOf(keys)::contains))
            .orElse(Map.of());
    }

    /**
     * When some releases of a period that collide could be instead, in a handful of
     * statements.
     * @param keys the releases' keys
     * @return the starts, UTC, of those that are free within a month
     */
    public Map<String, Instant> nextFree(Instant from, Instant to, Collection<String> keys) {
        return keys.isEmpty() ? Map.of()
                : this.periods.nextFree(from, to, Set.copyOf(keys)::contains, this.clock.instant());
    }

    private static Comparator<Collision> gravestFirst() {
        return Comparator.comparing((Collision one) -> !one.blocking())
            .thenComparing(Collision::kind)
            .thenComparing(Collision::from)
            .thenComparing(Collision::with);
    }

}
