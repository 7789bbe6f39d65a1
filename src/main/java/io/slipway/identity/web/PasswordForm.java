package io.slipway.identity.web;

/**
 * The form by which an administrator gives a person a new password.
 */
record PasswordForm(String password) {
}
