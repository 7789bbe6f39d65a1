package io.slipway.schedule.web;

/**
 * Why something is stopped, released, ended or withdrawn, as typed.
 */
record ReasonForm(String reason) {
}
