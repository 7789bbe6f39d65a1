package io.slipway.deployment.web;

import io.slipway.ui.FormText;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That the deployment starts now.
 *
 * @param outcome the pressed button: {@code start}
 */
record StartDeploymentForm(
        @Pattern(regexp = "start", message = "{deployment.outcome.missing}") @Nullable String outcome) {

    StartDeploymentForm {
        outcome = FormText.of(outcome);
    }

}
