package io.slipway.schedule.web;

import java.util.List;

import io.slipway.input.InputCheck;
import io.slipway.permit.PermitRequest;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The request for an exception from freezes, as typed.
 *
 * @param expiresAt until when, in the person's zone
 */
record ExceptionForm(String release, @Nullable List<String> freezes, String reason, String expiresAt) {

    ExceptionForm {
        freezes = FormText.chosen(freezes).stream().filter((id) -> id.matches("[0-9]{1,18}")).toList();
    }

    /** What is asked for; notes a time that cannot be read. */
    PermitRequest asked(String releaseKey, Times times, InputCheck check) {
        return new PermitRequest(ScheduleManagement.EXCEPTION, releaseKey, FormText.chosen(this.freezes), this.reason,
                "", times.read(check, "expiresAt", this.expiresAt));
    }

}
