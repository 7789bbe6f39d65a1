package io.slipway.identity.web;

import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

/**
 * The form to change one's own password.
 *
 * @param oldPassword the password until now
 */
record OwnPasswordForm(@NotEmpty(message = "{identity.password.old-missing}") @Nullable String oldPassword,
        @NotEmpty(message = "{identity.password.missing}") @Nullable String password) {

    static String text(@Nullable String typed) {
        return (typed == null) ? "" : typed;
    }

}
