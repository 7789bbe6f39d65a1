package io.slipway.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.slipway.identity.Role;
import io.slipway.identity.people.GroupDetails;
import io.slipway.identity.people.GroupProfile;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form to make or change a group.
 *
 * @param roles ids of the roles of its members
 * @param members user names, with spaces, commas or line breaks between them
 * @param version the version that was shown
 */
record GroupForm(
        @NotBlank(message = "{identity.group.name.missing}") @Size(max = 60,
                message = "{identity.too-long}") @Nullable String name,
        @Size(max = 300, message = "{identity.too-long}") @Nullable String description, @Nullable List<String> roles,
        @Size(max = 10000, message = "{identity.too-long}") @Nullable String members, @Nullable String version) {

    static GroupForm empty() {
        return new GroupForm("", "", List.of(), "", "");
    }

    static GroupForm of(GroupDetails group) {
        return new GroupForm(group.name(), group.description(), group.roles().stream().map(Role::id).toList(),
                String.join("\n", new TreeSet<>(group.members())), Integer.toString(group.version()));
    }

    GroupProfile toProfile() {
        return new GroupProfile(text(this.name), text(this.description), Choices.roles(this.roles), userNames());
    }

    private Set<String> userNames() {
        return Arrays.stream(text(this.members).split("[\\s,;]+"))
            .filter((name) -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(@Nullable String typed) {
        return (typed == null) ? "" : typed.strip();
    }

}
