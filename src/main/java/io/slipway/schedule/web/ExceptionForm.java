package io.slipway.schedule.web;

import java.util.List;
import java.util.Objects;

import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The request for an exception from freezes, as typed.
 *
 * @param release key of the release
 * @param freezes ids of the freezes
 * @param reason why
 * @param expiresAt until when, in the person's zone
 */
record ExceptionForm(@Nullable String release, @Nullable List<String> freezes, @Nullable String reason,
        @Nullable String expiresAt) {

    ExceptionForm {
        release = FormText.of(release);
        freezes = (freezes == null) ? List.of() : freezes.stream().filter(Objects::nonNull).limit(50).toList();
        reason = FormText.of(reason);
        expiresAt = FormText.of(expiresAt);
    }

    String key() {
        return FormText.of(this.release);
    }

    List<Long> ids() {
        List<String> chosen = (this.freezes != null) ? this.freezes : List.of();
        return chosen.stream().filter((id) -> id.matches("[0-9]{1,18}")).map(Long::valueOf).distinct().toList();
    }

}
