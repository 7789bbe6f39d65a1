package io.slipway.change;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.slipway.approval.ApprovalManagement;
import io.slipway.approval.ApprovalRule;
import io.slipway.approval.Seat;
import io.slipway.approval.Shortage;
import io.slipway.change.standard.StandardOffer;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.planning.collision.ChangeVotes;
import io.slipway.policy.PolicyInputs;
import io.slipway.policy.PolicyManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells in time whether the votes on a change can be given before its deployment shall
 * begin. Votes that were given count. A change that a standing authorisation fits needs
 * none.
 */
@Service
@Transactional(readOnly = true)
public class ChangeVoters implements ChangeVotes {

    private static final Set<ChangeStatus> DECIDED = EnumSet.of(ChangeStatus.AUTHORISED, ChangeStatus.IMPLEMENTED,
            ChangeStatus.CLOSED);

    /** How many returns are waited for at most. */
    private static final int RETURNS = 20;

    private final ChangeManagement changes;

    private final ReleaseManagement releases;

    private final PolicyManagement policy;

    private final ApprovalManagement approvals;

    private final PersonDirectory people;

    private final Clock clock;

    ChangeVoters(ChangeManagement changes, ReleaseManagement releases, PolicyManagement policy,
            ApprovalManagement approvals, PersonDirectory people, Clock clock) {
        this.changes = changes;
        this.releases = releases;
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
        return shortages(releaseKey, inputs, Set.of(requester), release.plannedStart());
    }

    @Override
    public List<Shortage> shortages(String releaseKey, PolicyInputs inputs, @Nullable Instant start) {
        return shortages(releaseKey, inputs, Set.of(), start);
    }

    @Override
    public @Nullable Instant ableFrom(String releaseKey, PolicyInputs inputs, Instant start) {
        Instant at = start;
        for (int i = 0; i < RETURNS; i++) {
            if (shortages(releaseKey, inputs, at).isEmpty()) {
                return at;
            }
            Instant back = this.people.awayDuring(this.clock.instant(), at)
                .values()
                .stream()
                .min(Instant::compareTo)
                .orElse(null);
            if (back == null) {
                return null;
            }
            at = back.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        }
        return null;
    }

    private List<Shortage> shortages(String releaseKey, PolicyInputs inputs, Collection<String> excluded,
            @Nullable Instant start) {
        Instant now = this.clock.instant();
        if (start == null || !start.isAfter(now)) {
            return List.of();
        }
        ChangeDetails change = this.changes.ofRelease(releaseKey).orElse(null);
        if (change != null && DECIDED.contains(change.status())) {
            return List.of();
        }
        if (change != null && change.status() == ChangeStatus.REQUESTED) {
            return this.approvals.shortages(rules(ChangeSeats.roles(change.seats())), given(change.votes()),
                    Set.of(change.requester()), now, start);
        }
        List<Shortage> shortages = this.approvals.shortages(this.policy.releasePolicy(inputs).changeApprovals(),
                List.of(), excluded, now, start);
        boolean standing = !shortages.isEmpty()
                && this.changes.offers(releaseKey).stream().anyMatch(StandardOffer::fits);
        return standing ? List.of() : shortages;
    }

    private static List<ApprovalRule> rules(List<Role> seats) {
        return seats.stream()
            .distinct()
            .map((role) -> new ApprovalRule(role, Collections.frequency(seats, role)))
            .toList();
    }

    private static List<Seat> given(List<ChangeDecision> votes) {
        return votes.stream()
            .flatMap((vote) -> Stream.ofNullable(vote.role()).map((role) -> new Seat(role, vote.actor())))
            .toList();
    }

}
