package io.slipway.identity.web;

import java.util.List;

import io.slipway.identity.Role;
import io.slipway.identity.people.PersonDetails;
import io.slipway.identity.people.PersonProfile;
import org.jspecify.annotations.Nullable;

/**
 * The form to change a person.
 *
 * @param email address for mail
 * @param zone id of the time zone
 * @param roles ids of own roles
 */
record PersonForm(String fullName, String email, String zone, @Nullable List<String> roles,
        @Nullable List<String> groups, String version) {

    static PersonForm of(PersonDetails person) {
        PersonProfile profile = person.profile();
        return new PersonForm(profile.fullName(), profile.email(), profile.zone(),
                profile.roles().stream().map(Role::id).toList(),
                profile.groups().stream().map(String::valueOf).toList(), Integer.toString(person.version()));
    }

    PersonProfile toProfile() {
        return new PersonProfile(this.fullName, this.email, this.zone, Choices.roles(this.roles),
                Choices.numbers(this.groups));
    }

}
