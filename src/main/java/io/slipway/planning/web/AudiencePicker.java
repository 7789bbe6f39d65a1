package io.slipway.planning.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.ui.Messages;
import io.slipway.ui.form.Pick;
import io.slipway.ui.form.Picker;

import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Whom an announcement is for: roles, and mail addresses of others, which are typed.
 */
class AudiencePicker implements Picker {

    private final Messages words;

    AudiencePicker(Messages words) {
        this.words = words;
    }

    @Override
    public String kind() {
        return "audience";
    }

    @Override
    @PreAuthorize("hasAuthority('release-manager')")
    public KeyPage<Pick> find(String text, String from) {
        String start = " " + text.toLowerCase(Locale.ROOT);
        return new KeyPage<>(Arrays.stream(Role.values())
            .map(this::pick)
            .filter((pick) -> (" " + pick.label() + " " + pick.value()).toLowerCase(Locale.ROOT).contains(start))
            .toList(), null);
    }

    @Override
    public List<Pick> named(Collection<String> values) {
        return values.stream().flatMap((value) -> Role.of(value).stream()).map(this::pick).toList();
    }

    @Override
    public boolean open() {
        return true;
    }

    private Pick pick(Role role) {
        return new Pick(role.id(), this.words.text("identity.role." + role.id()), "");
    }

}
