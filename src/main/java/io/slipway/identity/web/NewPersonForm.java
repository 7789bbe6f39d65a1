package io.slipway.identity.web;

import java.util.List;
import java.util.Locale;

import io.slipway.identity.people.PersonProfile;
import org.jspecify.annotations.Nullable;

/**
 * The form to make a person known.
 *
 * @param userName the name to sign in with
 * @param password the first password
 * @param email address for mail
 * @param zone id of the time zone
 * @param roles ids of own roles
 */
record NewPersonForm(String userName, String password, String fullName, String email, String zone,
        @Nullable List<String> roles, @Nullable List<String> groups) {

    static NewPersonForm empty() {
        return new NewPersonForm("", "", "", "", "UTC", List.of(), List.of());
    }

    String name() {
        return this.userName.strip().toLowerCase(Locale.ROOT);
    }

    PersonProfile toProfile() {
        return new PersonProfile(this.fullName, this.email, this.zone, Choices.roles(this.roles),
                Choices.numbers(this.groups));
    }

}
