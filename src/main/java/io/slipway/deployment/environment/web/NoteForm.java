package io.slipway.deployment.environment.web;

/**
 * What was looked at before somebody said that an environment is ready, as typed.
 */
record NoteForm(String note) {
}
