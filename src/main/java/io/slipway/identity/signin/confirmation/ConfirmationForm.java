package io.slipway.identity.signin.confirmation;

/**
 * The form that asks for the password again.
 *
 * @param password what was typed
 * @param to the path to go on to
 */
record ConfirmationForm(String password, String to) {

    /** A page of the portal, whatever the address says. */
    String target() {
        return this.to.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? this.to : "/";
    }

}
