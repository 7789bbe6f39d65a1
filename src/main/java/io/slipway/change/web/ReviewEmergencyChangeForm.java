package io.slipway.change.web;

import jakarta.validation.constraints.Pattern;

/**
 * The look back at an emergency.
 *
 * @param verdict whether it truly was an emergency
 * @param outcome the pressed button: {@code record}
 */
record ReviewEmergencyChangeForm(String verdict, String findings, String prevention,
        @Pattern(regexp = "record", message = "{change.outcome.missing}") String outcome) {
}
