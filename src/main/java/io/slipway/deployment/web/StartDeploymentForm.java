package io.slipway.deployment.web;

import jakarta.validation.constraints.Pattern;

/**
 * That the deployment starts now.
 *
 * @param outcome the pressed button: {@code start}
 */
record StartDeploymentForm(@Pattern(regexp = "start", message = "{deployment.outcome.missing}") String outcome) {
}
