package io.slipway.deployment.web;

/**
 * What was checked after the deployment.
 *
 * @param checks what was checked, and what was found
 * @param outcome the pressed button: {@code verified}, {@code not-verified}
 */
record VerifyDeploymentForm(String checks, String outcome) {
}
