package io.slipway.schedule.web;

import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * Why something is stopped, released, ended or withdrawn, as typed.
 */
record ReasonForm(@Nullable String reason) {

    ReasonForm {
        reason = FormText.of(reason);
    }

    String text() {
        return FormText.of(this.reason);
    }

}
