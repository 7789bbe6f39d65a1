package io.slipway.identity.web;

import io.slipway.identity.people.AbsenceManagement;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form to note an absence.
 *
 * @param from since when, in the person's zone
 * @param until until when, in the person's zone
 * @param reason why, if the person wants to say it
 */
record AbsenceForm(@NotBlank(message = "{identity.absence.from.missing}") @Nullable String from,
        @NotBlank(message = "{identity.absence.until.missing}") @Nullable String until,
        @Size(max = AbsenceManagement.REASON_LENGTH, message = "{identity.too-long}") @Nullable String reason) {

    static AbsenceForm empty() {
        return new AbsenceForm("", "", "");
    }

}
