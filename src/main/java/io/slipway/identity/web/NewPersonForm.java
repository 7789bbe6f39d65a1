package io.slipway.identity.web;

import java.util.List;
import java.util.Locale;

import io.slipway.identity.people.PersonManagement;
import io.slipway.identity.people.PersonProfile;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form to make a person known.
 *
 * @param userName the name to sign in with
 * @param password the first password
 * @param fullName the name to show
 * @param email address for mail
 * @param zone id of the time zone
 * @param roles ids of own roles
 * @param groups numbers of groups
 */
record NewPersonForm(
        @NotBlank(message = "{identity.user-name.missing}") @Pattern(
                regexp = "\\s*(" + PersonManagement.USER_NAME + ")?\\s*",
                message = "{identity.user-name.pattern}") @Nullable String userName,
        @NotEmpty(message = "{identity.password.missing}") @Nullable String password,
        @NotBlank(message = "{identity.full-name.missing}") @Size(max = 100,
                message = "{identity.too-long}") @Nullable String fullName,
        @NotBlank(message = "{identity.email.missing}") @Size(max = 254,
                message = "{identity.too-long}") @Email(message = "{identity.email.invalid}") @Nullable String email,
        @NotBlank(message = "{identity.zone.missing}") @Nullable String zone, @Nullable List<String> roles,
        @Nullable List<String> groups) {

    static NewPersonForm empty() {
        return new NewPersonForm("", "", "", "", "UTC", List.of(), List.of());
    }

    String name() {
        return (this.userName == null) ? "" : this.userName.strip().toLowerCase(Locale.ROOT);
    }

    PersonProfile toProfile() {
        return new PersonForm(this.fullName, this.email, this.zone, this.roles, this.groups, null).toProfile();
    }

}
