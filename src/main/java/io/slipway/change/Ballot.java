package io.slipway.change;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.slipway.approval.ApprovalRule;
import io.slipway.approval.Seat;
import io.slipway.identity.Role;

/**
 * The votes that a change needs, as far as it is known.
 *
 * @param rules how many people of which role must vote
 * @param given the votes that were given already
 * @param excluded user names of those who may not vote
 */
record Ballot(List<ApprovalRule> rules, List<Seat> given, Set<String> excluded) {

    private static final Set<ChangeStatus> DECIDED = EnumSet.of(ChangeStatus.AUTHORISED, ChangeStatus.IMPLEMENTED,
            ChangeStatus.CLOSED);

    /** Of a change that is authorised: no vote is asked for any more. */
    private static final Ballot CLOSED = new Ballot(List.of(), List.of(), Set.of());

    static Optional<Ballot> of(ChangeDetails change) {
        return of(change.status(), change.seats(), change.votes(), change.requester());
    }

    /** Nothing while its change is not requested. */
    static Optional<Ballot> of(ChangeStatus status, String seats, List<ChangeDecision> votes, String requester) {
        if (DECIDED.contains(status)) {
            return Optional.of(CLOSED);
        }
        if (status != ChangeStatus.REQUESTED) {
            return Optional.empty();
        }
        List<Role> roles = ChangeSeats.roles(seats);
        return Optional.of(new Ballot(
                roles.stream()
                    .distinct()
                    .map((role) -> new ApprovalRule(role, Collections.frequency(roles, role)))
                    .toList(),
                votes.stream()
                    .flatMap((vote) -> Stream.ofNullable(vote.role()).map((role) -> new Seat(role, vote.actor())))
                    .toList(),
                Set.of(requester)));
    }

}
