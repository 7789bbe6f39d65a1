package io.slipway.identity.signin;

import org.jspecify.annotations.Nullable;

/**
 * The form that asks for the password again.
 *
 * @param password what was typed
 * @param to the path to go on to
 */
record ConfirmationForm(@Nullable String password, @Nullable String to) {

    String typed() {
        return (this.password == null) ? "" : this.password;
    }

    /** A page of the portal, whatever the address says. */
    String target() {
        return (this.to != null && this.to.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*")) ? this.to : "/";
    }

}
