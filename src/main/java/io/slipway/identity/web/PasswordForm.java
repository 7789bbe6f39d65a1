package io.slipway.identity.web;

import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

/**
 * The form by which an administrator gives a person a new password.
 */
record PasswordForm(@NotEmpty(message = "{identity.password.missing}") @Nullable String password) {

    String text() {
        return (this.password == null) ? "" : this.password;
    }

}
