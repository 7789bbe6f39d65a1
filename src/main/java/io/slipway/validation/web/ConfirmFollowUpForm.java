package io.slipway.validation.web;

import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What became of the follow-up of a waiver.
 *
 * @param result what was done
 * @param outcome the pressed button: {@code confirm}
 */
record ConfirmFollowUpForm(
        @NotBlank(message = "{validation.waiver.result.missing}") @Size(max = 2000,
                message = "{validation.text.too-long}") @Nullable String result,
        @Pattern(regexp = "confirm", message = "{validation.outcome.missing}") @Nullable String outcome) {

    ConfirmFollowUpForm {
        result = FormText.of(result);
        outcome = FormText.of(outcome);
    }

}
