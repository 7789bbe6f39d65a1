package io.slipway.deployment.web;

import io.slipway.ui.DateTimeText;
import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where the backups are and when they were taken. Times are in the person's zone.
 *
 * @param location where they are kept
 * @param takenAt when they were taken
 * @param verifiedAt when restoring from them was verified
 * @param outcome the pressed button: {@code confirmed}
 */
record ConfirmBackupsForm(
        @NotBlank(message = "{deployment.location.missing}") @Size(max = 500,
                message = "{deployment.text.too-long}") @Nullable String location,
        @NotBlank(message = "{deployment.takenAt.missing}") @DateTimeText @Nullable String takenAt,
        @NotBlank(message = "{deployment.verifiedAt.missing}") @DateTimeText @Nullable String verifiedAt,
        @Pattern(regexp = "confirmed", message = "{deployment.outcome.missing}") @Nullable String outcome) {

    ConfirmBackupsForm {
        location = FormText.of(location);
        takenAt = FormText.of(takenAt);
        verifiedAt = FormText.of(verifiedAt);
        outcome = FormText.of(outcome);
    }

}
