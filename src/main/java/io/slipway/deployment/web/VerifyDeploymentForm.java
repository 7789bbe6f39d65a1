package io.slipway.deployment.web;

import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What was checked after the deployment.
 *
 * @param checks what was checked, and what was found
 * @param outcome the pressed button: {@code verified}, {@code not-verified}
 */
record VerifyDeploymentForm(
        @NotBlank(message = "{deployment.checks.missing}") @Size(max = 2000,
                message = "{deployment.text.too-long}") @Nullable String checks,
        @Pattern(regexp = "verified|not-verified", message = "{deployment.outcome.missing}") @Nullable String outcome) {

    VerifyDeploymentForm {
        checks = FormText.of(checks);
        outcome = FormText.of(outcome);
    }

}
