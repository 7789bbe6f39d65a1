package io.slipway.identity.web;

import java.util.List;

import io.slipway.identity.token.TokenOrder;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The form to make a token.
 *
 * @param owner user name of the person for whom tools act with it
 * @param access {@code READ} or {@code WRITE}
 * @param releases keys of releases, one on each line
 * @param services names of services, one on each line
 */
record TokenForm(String owner, String name, @Nullable List<String> roles, String access, String releases,
        String services, String days) {

    static final List<String> ACCESS = List.of("READ", "WRITE");

    TokenForm {
        roles = FormText.chosen(roles);
    }

    static TokenForm empty(String owner) {
        return new TokenForm(owner, "", List.of(), "WRITE", "", "", "90");
    }

    TokenOrder toOrder(String of) {
        return new TokenOrder(of, this.name, Choices.roles(this.roles), "WRITE".equals(this.access),
                this.releases.lines().toList(), this.services.lines().toList(),
                this.days.matches("\\d{1,4}") ? Integer.parseInt(this.days) : 0);
    }

}
