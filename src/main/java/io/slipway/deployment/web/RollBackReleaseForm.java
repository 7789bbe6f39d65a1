package io.slipway.deployment.web;

import io.slipway.ui.DateTimeText;
import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How the former baseline was restored. Times are in the person's zone.
 *
 * @param finishedAt when it was back
 * @param baseline what was restored, and how that was checked
 * @param outcome the pressed button: {@code restored}
 */
record RollBackReleaseForm(
        @NotBlank(message = "{deployment.rollback.finishedAt.missing}") @DateTimeText @Nullable String finishedAt,
        @NotBlank(message = "{deployment.baseline.missing}") @Size(max = 4000,
                message = "{deployment.text.too-long}") @Nullable String baseline,
        @Pattern(regexp = "restored", message = "{deployment.outcome.missing}") @Nullable String outcome) {

    RollBackReleaseForm {
        finishedAt = FormText.of(finishedAt);
        baseline = FormText.of(baseline);
        outcome = FormText.of(outcome);
    }

}
