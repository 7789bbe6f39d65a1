package io.slipway.deployment.board.web;

import io.slipway.ui.form.FormText;

/**
 * Why somebody does something to a run, as typed.
 */
record RunActForm(String reason) {

    RunActForm {
        reason = FormText.of(reason);
    }

}
