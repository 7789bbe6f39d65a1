package io.slipway.deployment.web;

import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How the no-go was resolved, or why the release is withdrawn.
 *
 * @param reason how, or why
 * @param outcome the pressed button: {@code ready}, {@code withdraw}
 */
record ResolveNoGoForm(
        @NotBlank(message = "{deployment.resolution.missing}") @Size(max = 2000,
                message = "{deployment.text.too-long}") @Nullable String reason,
        @Pattern(regexp = "ready|withdraw", message = "{deployment.outcome.missing}") @Nullable String outcome) {

    ResolveNoGoForm {
        reason = FormText.of(reason);
        outcome = FormText.of(outcome);
    }

}
