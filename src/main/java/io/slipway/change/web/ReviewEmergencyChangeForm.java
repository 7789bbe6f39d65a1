package io.slipway.change.web;

import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The look back at an emergency.
 *
 * @param verdict whether it truly was an emergency
 * @param findings why
 * @param prevention what would have prevented it
 * @param outcome the pressed button: {@code record}
 */
record ReviewEmergencyChangeForm(
        @Pattern(regexp = "JUSTIFIED|NOT_JUSTIFIED", message = "{change.emergency.missing}") @Nullable String verdict,
        @NotBlank(message = "{change.findings.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") @Nullable String findings,
        @NotBlank(message = "{change.prevention.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") @Nullable String prevention,
        @Pattern(regexp = "record", message = "{change.outcome.missing}") @Nullable String outcome) {

    ReviewEmergencyChangeForm {
        verdict = FormText.of(verdict);
        findings = FormText.of(findings);
        prevention = FormText.of(prevention);
        outcome = FormText.of(outcome);
    }

}
