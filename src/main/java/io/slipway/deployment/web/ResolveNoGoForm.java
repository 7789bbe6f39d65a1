package io.slipway.deployment.web;

import jakarta.validation.constraints.Pattern;

/**
 * How the no-go was resolved, or why the release is withdrawn.
 *
 * @param outcome the pressed button: {@code ready}, {@code withdraw}
 */
record ResolveNoGoForm(String reason,
        @Pattern(regexp = "ready|withdraw", message = "{deployment.outcome.missing}") String outcome) {
}
