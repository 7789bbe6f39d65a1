package io.slipway.schedule.web;

import java.util.List;
import java.util.Objects;

import io.slipway.permit.PermitRequest;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.ui.FormText;
import io.slipway.ui.Times;
import org.jspecify.annotations.Nullable;

/**
 * The request for an exception from freezes, as typed.
 *
 * @param reason why
 * @param expiresAt until when, in the person's zone
 */
record ExceptionForm(@Nullable String release, @Nullable List<String> freezes, @Nullable String reason,
        @Nullable String expiresAt) {

    ExceptionForm {
        release = FormText.of(release);
        freezes = (freezes == null) ? List.of()
                : freezes.stream()
                    .filter((id) -> id != null && id.matches("[0-9]{1,18}"))
                    .distinct()
                    .limit(50)
                    .toList();
        reason = FormText.of(reason);
        expiresAt = FormText.of(expiresAt);
    }

    String key() {
        return FormText.of(this.release);
    }

    /** What is asked for. Refuses, at its field, a time that cannot be read. */
    PermitRequest asked(String releaseKey, Times times) {
        return new PermitRequest(ScheduleManagement.EXCEPTION, releaseKey, Objects.requireNonNull(this.freezes),
                FormText.of(this.reason), "", times.parse("expiresAt", FormText.of(this.expiresAt)));
    }

}
