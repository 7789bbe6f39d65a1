package io.slipway.deployment.web;

import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whether a failed deployment is tried again or rolled back.
 *
 * @param reason why
 * @param outcome the pressed button: {@code retry}, {@code roll-back}
 */
record DecideOnFailureForm(
        @NotBlank(message = "{deployment.failure.reason.missing}") @Size(max = 2000,
                message = "{deployment.text.too-long}") @Nullable String reason,
        @Pattern(regexp = "retry|roll-back", message = "{deployment.outcome.missing}") @Nullable String outcome) {

    DecideOnFailureForm {
        reason = FormText.of(reason);
        outcome = FormText.of(outcome);
    }

}
