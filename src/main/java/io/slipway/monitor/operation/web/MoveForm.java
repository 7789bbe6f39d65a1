package io.slipway.monitor.operation.web;

import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * Which token goes where, and why, as chosen and typed.
 *
 * @param to id of the element to which it goes
 */
record MoveForm(@Nullable String token, @Nullable String to, @Nullable String reason) {

    MoveForm {
        token = FormText.of(token);
        to = FormText.of(to);
        reason = FormText.of(reason);
    }

    String from() {
        return FormText.of(this.token);
    }

    String target() {
        return FormText.of(this.to);
    }

    String text() {
        return FormText.of(this.reason);
    }

}
