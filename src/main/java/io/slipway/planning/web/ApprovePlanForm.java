package io.slipway.planning.web;

import jakarta.validation.constraints.Pattern;

/**
 * A person's word on a plan.
 *
 * @param reason why it is rejected, or a remark on the approval
 * @param outcome the pressed button, {@code approve} or {@code reject}
 */
record ApprovePlanForm(String reason,
        @Pattern(regexp = "approve|reject", message = "{release.invalid.button}") String outcome) {
}
