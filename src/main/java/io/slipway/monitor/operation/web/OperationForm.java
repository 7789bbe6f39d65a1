package io.slipway.monitor.operation.web;

import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * Why something is done, as typed.
 */
record OperationForm(@Nullable String reason) {

    OperationForm {
        reason = FormText.of(reason);
    }

    String text() {
        return FormText.of(this.reason);
    }

}
