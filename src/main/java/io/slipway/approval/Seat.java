package io.slipway.approval;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.slipway.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * One approval that somebody has to give: whoever holds the role, or the named person.
 * Process models make one work item of each.
 *
 * @param person user name of who has to give it; null for anybody who holds the role
 */
public record Seat(Role role, @Nullable String person) {

    /**
     * Seats as process variable, for the models' functions {@code list}, {@code role} and
     * {@code person}.
     * @return such as {@code 1:stakeholder=sam,2:stakeholder}
     */
    public static String text(List<Seat> seats) {
        return IntStream.range(0, seats.size())
            .mapToObj((place) -> (place + 1) + ":" + seats.get(place).text())
            .collect(Collectors.joining(","));
    }

    private String text() {
        return (this.person != null) ? this.role.id() + "=" + this.person : this.role.id();
    }

}
