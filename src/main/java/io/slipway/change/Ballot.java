package io.slipway.change;

import java.util.Collections;
import java.util.List;
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

    /** Of a change that is authorised: no vote is asked for any more. */
    static final Ballot CLOSED = new Ballot(List.of(), List.of(), Set.of());

    static Ballot of(String seats, List<ChangeDecision> votes, String requester) {
        List<Role> roles = ChangeSeats.roles(seats);
        return new Ballot(
                roles.stream()
                    .distinct()
                    .map((role) -> new ApprovalRule(role, Collections.frequency(roles, role)))
                    .toList(),
                votes.stream()
                    .flatMap((vote) -> Stream.ofNullable(vote.role()).map((role) -> new Seat(role, vote.actor())))
                    .toList(),
                Set.of(requester));
    }

}
