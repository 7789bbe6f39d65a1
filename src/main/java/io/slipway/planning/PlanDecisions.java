package io.slipway.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.approval.ApprovalManagement;
import io.slipway.approval.ApprovalRule;
import io.slipway.approval.Seat;
import io.slipway.approval.Shortage;
import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemSummary;
import io.slipway.identity.Role;
import io.slipway.planning.collision.ChangeVotes;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.planning.plan.PlannedPerson;
import io.slipway.policy.PolicyManagement;
import io.slipway.policy.Risk;
import io.slipway.policy.RiskInputs;
import io.slipway.release.RecentFailures;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the policy what a plan needs, and who has to approve it.
 */
@Component
class PlanDecisions {

    private static final Duration TO_APPROVE = Duration.ofDays(3);

    private final PolicyManagement policies;

    private final ApprovalManagement approvals;

    private final ObjectProvider<ChangeVotes> votes;

    private final ConfigurationManagement items;

    private final RecentFailures failures;

    private final Clock clock;

    PlanDecisions(PolicyManagement policies, ApprovalManagement approvals, ObjectProvider<ChangeVotes> votes,
            ConfigurationManagement items, RecentFailures failures, Clock clock) {
        this.policies = policies;
        this.approvals = approvals;
        this.votes = votes;
        this.items = items;
        this.failures = failures;
        this.clock = clock;
    }

    /** What the policy would ask of a plan; nothing is kept. */
    PlanPolicy preview(Plan plan) {
        Risk risk = this.policies.assessRisk(inputs(plan)).risk();
        return PlanPolicy.of(risk, this.policies.releasePolicy(plan.scope().inputs(risk)));
    }

    /** What the policy asks of a release's plan, kept with the release. */
    PlanPolicy decide(String key, Plan plan) {
        Risk risk = this.policies.decideRisk(key, inputs(plan)).risk();
        return PlanPolicy.of(risk, this.policies.decideReleasePolicy(key, plan.scope().inputs(risk)));
    }

    /**
     * The approvals that a plan needs: of the stakeholders that it names, of the people
     * that it names for a role that the policy asks for, and of as many more as the
     * policy asks for. Nobody has two of them.
     */
    List<Seat> seats(Plan plan, PlanPolicy policy, @Nullable String author) {
        Set<Role> asked = policy.approvals().stream().map(ApprovalRule::role).collect(Collectors.toSet());
        List<Seat> named = new ArrayList<>();
        Set<String> seated = new TreeSet<>();
        Stream
            .concat(plan.people().approvers().stream().map((name) -> new PlannedPerson(Role.STAKEHOLDER, name)),
                    plan.people().people().stream().filter((person) -> asked.contains(person.role())))
            .filter((person) -> !person.userName().equals(author) && seated.add(person.userName()))
            .forEach((person) -> named.add(new Seat(person.role(), person.userName())));
        return this.approvals.seats(policy.approvals(), named);
    }

    /** The approvals that are missing and that nobody could give in time. */
    List<Shortage> shortages(Plan plan, PlanPolicy policy, List<Seat> given, Collection<String> excluded) {
        Instant now = this.clock.instant();
        Instant latest = now.plus(TO_APPROVE);
        Instant start = plan.times().plannedStart();
        Instant until = (start != null && start.isAfter(now) && start.isBefore(latest)) ? start : latest;
        return this.approvals.shortages(policy.approvals(), given, excluded, now, until);
    }

    /** The votes on its change that nobody could give before it shall begin. */
    List<Shortage> voteShortages(String key, Plan plan, PlanPolicy policy) {
        ChangeVotes.Missing missing = this.votes.getObject()
            .missing(List
                .of(new ChangeVotes.Planned(key, plan.scope().inputs(policy.risk()), plan.times().plannedStart())))
            .get(key);
        return (missing != null) ? missing.shortages() : List.of();
    }

    private RiskInputs inputs(Plan plan) {
        Plan.Scope scope = plan.scope();
        List<ItemSummary> services = this.items.services(scope.services());
        List<ItemSummary> affected = this.items.find(scope.items());
        boolean known = !scope.services().isEmpty() && services.size() == scope.services().size();
        Criticality highest = known ? Stream.concat(services.stream(), affected.stream())
            .map(ItemSummary::criticality)
            .max(Criticality::compareTo)
            .orElse(null) : null;
        return new RiskInputs(highest, affected.size(), scope.type(), scope.model(), false, scope.schemaChange(),
                this.failures.of(scope.services()));
    }

}
