package io.slipway.deployment.environment.web;

/**
 * Why something ends, as typed.
 */
record EndForm(String reason) {
}
