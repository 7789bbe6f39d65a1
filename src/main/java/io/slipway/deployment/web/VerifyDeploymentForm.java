package io.slipway.deployment.web;

import jakarta.validation.constraints.Pattern;

/**
 * What was checked after the deployment.
 *
 * @param checks what was checked, and what was found
 * @param outcome the pressed button: {@code verified}, {@code not-verified}
 */
record VerifyDeploymentForm(String checks,
        @Pattern(regexp = "verified|not-verified", message = "{deployment.outcome.missing}") String outcome) {
}
