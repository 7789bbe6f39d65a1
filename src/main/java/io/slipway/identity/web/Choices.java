package io.slipway.identity.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.Role;
import io.slipway.identity.people.GroupDetails;
import io.slipway.ui.Choice;
import org.jspecify.annotations.Nullable;

/**
 * What the forms about people offer to choose, and how they read what was chosen.
 */
final class Choices {

    static final List<String> ROLES = Arrays.stream(Role.values()).map(Role::id).toList();

    private Choices() {
    }

    static List<Choice> groups(List<GroupDetails> groups) {
        return groups.stream().map((group) -> new Choice(Long.toString(group.id()), group.name())).toList();
    }

    static Set<Role> roles(@Nullable List<String> ids) {
        return texts(ids).stream().map(Role::of).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    static List<String> texts(@Nullable Collection<String> texts) {
        return (texts == null) ? List.of() : texts.stream().filter(Objects::nonNull).toList();
    }

    static int version(@Nullable String text) {
        return (text != null && text.matches("\\d{1,9}")) ? Integer.parseInt(text) : -1;
    }

}
