package io.slipway.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.Role;
import io.slipway.identity.people.GroupDetails;
import io.slipway.ui.form.Choice;
import io.slipway.ui.form.FormText;
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
        return FormText.chosen(ids)
            .stream()
            .map(Role::of)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());
    }

    static Set<Long> numbers(@Nullable List<String> ids) {
        return FormText.chosen(ids)
            .stream()
            .filter((id) -> id.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    }

    static int version(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

}
