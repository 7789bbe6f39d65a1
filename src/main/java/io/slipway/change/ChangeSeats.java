package io.slipway.change;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.slipway.identity.Role;

/**
 * The votes that a change needs, by role, read from the text that the process uses too.
 */
final class ChangeSeats {

    private ChangeSeats() {
    }

    /**
     * The roles in which somebody has to vote, one for each vote.
     * @param text such as {@code 1:change-authority,2:service-owner=sam}
     * @return the roles, in the text's order
     */
    static List<Role> roles(String text) {
        return Arrays.stream(text.split(","))
            .map((seat) -> seat.substring(seat.indexOf(':') + 1).replaceFirst("=.*", ""))
            .map(Role::of)
            .flatMap(Optional::stream)
            .toList();
    }

    /**
     * The roles in which somebody still has to vote.
     * @param votes the votes of this round that authorise
     * @return the roles, one for each missing vote
     */
    static List<Role> open(String text, List<ChangeDecision> votes) {
        Map<Role, Integer> given = new EnumMap<>(Role.class);
        votes.stream()
            .map(ChangeDecision::role)
            .flatMap(Stream::ofNullable)
            .forEach((role) -> given.merge(role, 1, Integer::sum));
        return roles(text).stream().filter((role) -> given.merge(role, -1, Integer::sum) < 0).toList();
    }

}
