package io.slipway.validation.web;

import io.slipway.input.WholeNumber;
import io.slipway.ui.DateTimeText;
import io.slipway.ui.FormText;
import io.slipway.ui.RequiredFor;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How the rehearsal of the rollback plan went. Times are in the person's zone.
 *
 * @param rehearsedAt when it was done
 * @param durationMinutes how many minutes it took
 * @param notes what was seen
 * @param outcome the pressed button: {@code succeeded}, {@code failed}
 */
@RequiredFor(outcomes = "failed", field = "notes", message = "{validation.notes.missing}")
record RehearseRollbackForm(
        @NotBlank(message = "{validation.rehearsedAt.missing}") @DateTimeText @Nullable String rehearsedAt,
        @NotBlank(message = "{validation.durationMinutes.missing}") @WholeNumber(min = 1,
                max = 10_000) @Nullable String durationMinutes,
        @Size(max = 4000, message = "{validation.text.too-long}") @Nullable String notes,
        @Pattern(regexp = "succeeded|failed", message = "{validation.outcome.missing}") @Nullable String outcome) {

    RehearseRollbackForm {
        rehearsedAt = FormText.of(rehearsedAt);
        durationMinutes = FormText.of(durationMinutes);
        notes = FormText.of(notes);
        outcome = FormText.of(outcome);
    }

}
