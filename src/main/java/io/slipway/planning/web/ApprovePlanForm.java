package io.slipway.planning.web;

import io.slipway.ui.FormText;
import io.slipway.ui.RequiredFor;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person's word on a plan.
 *
 * @param reason why it is rejected, or a remark on the approval
 * @param outcome the pressed button, {@code approve} or {@code reject}
 */
@RequiredFor(outcomes = "reject", field = "reason", message = "{release.approve-plan.reason.missing}")
record ApprovePlanForm(@Size(max = 2000, message = "{release.invalid.long}") @Nullable String reason,
        @Pattern(regexp = "approve|reject", message = "{release.invalid.button}") @Nullable String outcome) {

    ApprovePlanForm {
        reason = FormText.of(reason);
        outcome = FormText.of(outcome);
    }

}
