package io.slipway.monitor.operation.web;

import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * Why something is done, as typed.
 *
 * @param reason the reason
 */
record ReasonForm(@Nullable String reason) {

    ReasonForm {
        reason = FormText.of(reason);
    }

    String text() {
        return FormText.of(this.reason);
    }

}
