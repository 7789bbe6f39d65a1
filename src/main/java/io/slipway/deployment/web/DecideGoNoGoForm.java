package io.slipway.deployment.web;

import jakarta.validation.constraints.Pattern;

/**
 * Go, or no-go with its reason.
 *
 * @param outcome the pressed button: {@code go}, {@code no-go}
 */
record DecideGoNoGoForm(String reason,
        @Pattern(regexp = "go|no-go", message = "{deployment.outcome.missing}") String outcome) {
}
