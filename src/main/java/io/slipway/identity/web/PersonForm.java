package io.slipway.identity.web;

import java.util.List;
import java.util.stream.Collectors;

import io.slipway.identity.Role;
import io.slipway.identity.people.PersonDetails;
import io.slipway.identity.people.PersonProfile;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form to change a person.
 *
 * @param fullName the name to show
 * @param email address for mail
 * @param zone id of the time zone
 * @param roles ids of own roles
 * @param groups numbers of groups
 * @param version the version that was shown
 */
record PersonForm(
        @NotBlank(message = "{identity.full-name.missing}") @Size(max = 100,
                message = "{identity.too-long}") @Nullable String fullName,
        @NotBlank(message = "{identity.email.missing}") @Size(max = 254,
                message = "{identity.too-long}") @Email(message = "{identity.email.invalid}") @Nullable String email,
        @NotBlank(message = "{identity.zone.missing}") @Nullable String zone, @Nullable List<String> roles,
        @Nullable List<String> groups, @Nullable String version) {

    static PersonForm of(PersonDetails person) {
        PersonProfile profile = person.profile();
        return new PersonForm(profile.fullName(), profile.email(), profile.zone(),
                profile.roles().stream().map(Role::id).toList(),
                profile.groups().stream().map(String::valueOf).toList(), Integer.toString(person.version()));
    }

    PersonProfile toProfile() {
        return new PersonProfile(text(this.fullName), text(this.email), text(this.zone), Choices.roles(this.roles),
                Choices.texts(this.groups)
                    .stream()
                    .filter((id) -> id.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .collect(Collectors.toUnmodifiableSet()));
    }

    private static String text(@Nullable String typed) {
        return (typed == null) ? "" : typed.strip();
    }

}
