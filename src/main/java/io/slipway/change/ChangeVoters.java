package io.slipway.change;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

import io.slipway.approval.ApprovalManagement;
import io.slipway.approval.Shortage;
import io.slipway.change.standard.StandardChangeManagement;
import io.slipway.change.standard.StandardOffer;
import io.slipway.identity.PersonDirectory;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.ReleasePlan;
import io.slipway.planning.collision.ChangeVotes;
import io.slipway.planning.plan.Plan;
import io.slipway.policy.PolicyInputs;
import io.slipway.policy.PolicyManagement;
import io.slipway.policy.ReleasePolicy;
import io.slipway.policy.Risk;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells in time whether the votes on changes can be given before their deployments shall
 * begin. Votes that were given count. A change that a standing authorisation fits needs
 * none.
 */
@Service
@Transactional(readOnly = true)
public class ChangeVoters implements ChangeVotes {

    private final ChangeManagement changes;

    private final ChangeStore store;

    private final StandardChangeManagement standardChanges;

    private final ReleaseManagement releases;

    private final CurrentPlans plans;

    private final PolicyManagement policy;

    private final ApprovalManagement approvals;

    private final PersonDirectory people;

    private final Clock clock;

    ChangeVoters(ChangeManagement changes, ChangeStore store, StandardChangeManagement standardChanges,
            ReleaseManagement releases, CurrentPlans plans, PolicyManagement policy, ApprovalManagement approvals,
            PersonDirectory people, Clock clock) {
        this.changes = changes;
        this.store = store;
        this.standardChanges = standardChanges;
        this.releases = releases;
        this.plans = plans;
        this.policy = policy;
        this.approvals = approvals;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The votes that nobody could give, if somebody requested a release's change now.
     * @param requester user name of who would request it, and may not vote
     * @return what is short; empty if nothing is, or nothing is planned
     */
    public List<Shortage> shortages(String releaseKey, String requester) {
        ReleaseDetails release = this.releases.get(releaseKey);
        PolicyInputs inputs = new PolicyInputs(release.type(), this.changes.assess(releaseKey).risk(), release.model());
        Missing missing = missing(List.of(new Planned(releaseKey, inputs, release.plannedStart())), Set.of(requester))
            .get(releaseKey);
        return (missing != null) ? missing.shortages() : List.of();
    }

    @Override
    public Map<String, Missing> missing(Collection<Planned> plans) {
        return missing(plans, Set.of());
    }

    private Map<String, Missing> missing(Collection<Planned> plans, Set<String> excluded) {
        Instant now = this.clock.instant();
        List<Planned> ahead = plans.stream()
            .filter((plan) -> plan.start() != null && plan.start().isAfter(now))
            .toList();
        if (ahead.isEmpty()) {
            return Map.of();
        }
        Map<String, Ballot> known = ballots(ahead.stream().map(Planned::releaseKey).toList());
        Map<PolicyInputs, ReleasePolicy> policies = new HashMap<>();
        VoteCount count = new VoteCount(this.approvals, this.people.absencesSince(now));
        Map<String, Missing> missing = new HashMap<>();
        for (Planned plan : ahead) {
            Ballot ballot = known.get(plan.releaseKey());
            if (ballot == null) {
                ReleasePolicy asked = policies.computeIfAbsent(plan.inputs(), this.policy::releasePolicy);
                ballot = new Ballot(asked.changeApprovals(), List.of(), excluded);
            }
            Instant start = Objects.requireNonNull(plan.start());
            List<Shortage> shortages = count.shortages(ballot, start);
            if (!shortages.isEmpty()) {
                missing.put(plan.releaseKey(), new Missing(shortages, count.ableFrom(ballot, start)));
            }
        }
        missing.keySet()
            .removeAll(standing(missing.keySet().stream().filter((key) -> !known.containsKey(key)).toList()));
        return missing;
    }

    /** One release's page has read its change already. */
    private Map<String, Ballot> ballots(List<String> keys) {
        return (keys.size() > 1) ? this.store.ballots(keys)
                : this.changes.ofRelease(keys.get(0))
                    .flatMap(Ballot::of)
                    .map((ballot) -> Map.of(keys.get(0), ballot))
                    .orElse(Map.of());
    }

    /**
     * Those whose change a standing authorisation fits. Risk is assessed one by one, so
     * only for those that all but their risk fits.
     */
    private List<String> standing(List<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        BiFunction<Plan, Risk, List<StandardOffer>> offers = this.standardChanges.offers();
        return this.plans.of(keys)
            .stream()
            .filter((plan) -> fits(offers.apply(plan.plan(), Risk.LOW))
                    && fits(offers.apply(plan.plan(), this.changes.assess(plan.key()).risk())))
            .map(ReleasePlan::key)
            .toList();
    }

    private static boolean fits(List<StandardOffer> offers) {
        return offers.stream().anyMatch(StandardOffer::fits);
    }

}
