package io.slipway.deployment.web;

import io.slipway.ui.FormText;
import io.slipway.ui.RequiredFor;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Go, or no-go with its reason.
 *
 * @param reason why not
 * @param outcome the pressed button: {@code go}, {@code no-go}
 */
@RequiredFor(outcomes = "no-go", field = "reason", message = "{deployment.noGo.reason.missing}")
record DecideGoNoGoForm(@Size(max = 2000, message = "{deployment.text.too-long}") @Nullable String reason,
        @Pattern(regexp = "go|no-go", message = "{deployment.outcome.missing}") @Nullable String outcome) {

    DecideGoNoGoForm {
        reason = FormText.of(reason);
        outcome = FormText.of(outcome);
    }

}
