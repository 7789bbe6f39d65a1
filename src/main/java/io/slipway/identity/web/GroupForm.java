package io.slipway.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.slipway.identity.Role;
import io.slipway.identity.people.GroupDetails;
import io.slipway.identity.people.GroupProfile;
import org.jspecify.annotations.Nullable;

/**
 * The form to make or change a group.
 *
 * @param roles ids of the roles of its members
 * @param members user names; what is typed may have several, with spaces or commas
 * between them
 */
record GroupForm(String name, String description, @Nullable List<String> roles, @Nullable List<String> members,
        String version) {

    static GroupForm empty() {
        return new GroupForm("", "", List.of(), List.of(), "");
    }

    static GroupForm of(GroupDetails group) {
        return new GroupForm(group.name(), group.description(), group.roles().stream().map(Role::id).toList(),
                List.copyOf(new TreeSet<>(group.members())), Integer.toString(group.version()));
    }

    GroupProfile toProfile() {
        Set<String> userNames = Objects.requireNonNullElse(this.members, List.<String>of())
            .stream()
            .flatMap((some) -> Arrays.stream(some.split("[\\s,;]+")))
            .filter((userName) -> !userName.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
        return new GroupProfile(this.name, this.description, Choices.roles(this.roles), userNames);
    }

}
