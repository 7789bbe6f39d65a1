package io.slipway.validation.web;

import java.util.List;

import io.slipway.input.InputCheck;
import io.slipway.permit.PermitRequest;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormText;
import io.slipway.validation.gate.GateManagement;
import org.jspecify.annotations.Nullable;

/**
 * The request for a waiver, as typed.
 *
 * @param facts names of the facts whose gates shall not hold the package back
 * @param justification why the package may go on
 * @param followUp what will be done about them
 * @param expiresAt until when, in the person's zone
 */
record WaiverForm(@Nullable List<String> facts, String justification, String followUp, String expiresAt) {

    WaiverForm {
        facts = FormText.chosen(facts);
    }

    /** What is asked for; notes a time that cannot be read. */
    PermitRequest asked(String releaseKey, Times times, InputCheck check) {
        return new PermitRequest(GateManagement.WAIVER, releaseKey, FormText.chosen(this.facts), this.justification,
                this.followUp, times.read(check, "expiresAt", this.expiresAt));
    }

}
