package io.slipway.release.web;

import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why a release is given up, as typed.
 */
record CancelReleaseForm(@NotBlank(message = "{release.cancel.reason.missing}") @Size(max = 2000,
        message = "{release.invalid.long}") @Nullable String reason) {

    CancelReleaseForm {
        reason = FormText.of(reason);
    }

}
