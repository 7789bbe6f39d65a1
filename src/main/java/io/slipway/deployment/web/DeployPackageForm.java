package io.slipway.deployment.web;

import io.slipway.ui.DateTimeText;
import io.slipway.ui.FormText;
import io.slipway.ui.RequiredFor;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How the started deployment went. Times are in the person's zone.
 *
 * @param finishedAt when it was done
 * @param notes what was seen
 * @param outcome the pressed button: {@code succeeded}, {@code failed}
 */
@RequiredFor(outcomes = "failed", field = "notes", message = "{deployment.notes.missing}")
record DeployPackageForm(
        @NotBlank(message = "{deployment.finishedAt.missing}") @DateTimeText @Nullable String finishedAt,
        @Size(max = 4000, message = "{deployment.text.too-long}") @Nullable String notes,
        @Pattern(regexp = "succeeded|failed", message = "{deployment.outcome.missing}") @Nullable String outcome) {

    DeployPackageForm {
        finishedAt = FormText.of(finishedAt);
        notes = FormText.of(notes);
        outcome = FormText.of(outcome);
    }

}
