package io.slipway.permit.web;

import jakarta.validation.constraints.Pattern;

/**
 * The decision on a permit, as typed.
 *
 * @param reason why
 * @param outcome the pressed button: {@code approve} or {@code reject}
 */
record ApprovePermitForm(String reason,
        @Pattern(regexp = "approve|reject", message = "{permit.outcome.missing}") String outcome) {
}
