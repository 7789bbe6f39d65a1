package io.slipway.schedule.web;

import io.slipway.ui.FormText;
import io.slipway.ui.RequiredFor;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The decision on an exception from freezes.
 *
 * @param reason why
 * @param outcome the pressed button: {@code approve} or {@code reject}
 */
@RequiredFor(outcomes = "reject", field = "reason", message = "{schedule.exception.reject.reason.missing}")
record ApproveFreezeExceptionForm(@Size(max = 2000, message = "{schedule.exception.long}") @Nullable String reason,
        @Pattern(regexp = "approve|reject",
                message = "{schedule.exception.outcome.missing}") @Nullable String outcome) {

    ApproveFreezeExceptionForm {
        reason = FormText.of(reason);
        outcome = FormText.of(outcome);
    }

}
