package io.slipway.validation.web;

import io.slipway.ui.FormText;
import io.slipway.ui.RequiredFor;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a waiver.
 *
 * @param reason why
 * @param outcome the pressed button: {@code approve} or {@code reject}
 */
@RequiredFor(outcomes = { "approve", "reject" }, field = "reason", message = "{validation.waiver.reason.missing}")
record ApproveWaiverForm(@Size(max = 2000, message = "{validation.text.too-long}") @Nullable String reason,
        @Pattern(regexp = "approve|reject", message = "{validation.outcome.missing}") @Nullable String outcome) {

    ApproveWaiverForm {
        reason = FormText.of(reason);
        outcome = FormText.of(outcome);
    }

}
