package io.slipway.deployment.web;

import jakarta.validation.constraints.Pattern;

/**
 * Whether a failed deployment is tried again or rolled back.
 *
 * @param outcome the pressed button: {@code retry}, {@code roll-back}
 */
record DecideOnFailureForm(String reason,
        @Pattern(regexp = "retry|roll-back", message = "{deployment.outcome.missing}") String outcome) {
}
