package io.slipway.validation.web;

import java.util.List;
import java.util.Objects;

import io.slipway.permit.PermitRequest;
import io.slipway.ui.FormText;
import io.slipway.ui.Times;
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
record WaiverForm(@Nullable List<String> facts, @Nullable String justification, @Nullable String followUp,
        @Nullable String expiresAt) {

    WaiverForm {
        facts = (facts == null) ? List.of() : facts.stream().filter(Objects::nonNull).distinct().limit(20).toList();
        justification = FormText.of(justification);
        followUp = FormText.of(followUp);
        expiresAt = FormText.of(expiresAt);
    }

    /** What is asked for. Refuses, at its field, a time that cannot be read. */
    PermitRequest asked(String releaseKey, Times times) {
        return new PermitRequest(GateManagement.WAIVER, releaseKey, Objects.requireNonNull(this.facts),
                FormText.of(this.justification), FormText.of(this.followUp),
                times.parse("expiresAt", FormText.of(this.expiresAt)));
    }

}
