package io.slipway.identity.web;

/**
 * The form to change one's own password.
 *
 * @param oldPassword the password until now
 */
record OwnPasswordForm(String oldPassword, String password) {
}
