package io.slipway.review.web;

import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The statement that the CMDB is up to date.
 *
 * @param updates what was updated
 * @param confirmed whether the CMDB shows what is in production
 * @param outcome the pressed button: {@code confirm}
 */
record ConfirmConfigurationForm(
        @NotBlank(message = "{review.updates.missing}") @Size(max = 4000,
                message = "{review.text.too-long}") @Nullable String updates,
        @Pattern(regexp = "true", message = "{review.confirmed.missing}") @Nullable String confirmed,
        @Pattern(regexp = "confirm", message = "{review.outcome.missing}") @Nullable String outcome) {

    ConfirmConfigurationForm {
        updates = FormText.of(updates);
        confirmed = FormText.of(confirmed);
        outcome = FormText.of(outcome);
    }

}
