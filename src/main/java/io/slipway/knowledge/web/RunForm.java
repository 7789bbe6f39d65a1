package io.slipway.knowledge.web;

import io.slipway.ui.form.FormText;

/**
 * The beginning of a run, as typed.
 *
 * @param drill {@code true}, or empty
 */
record RunForm(String release, String purpose, String drill) {

    RunForm {
        release = FormText.of(release);
        purpose = FormText.of(purpose);
        drill = FormText.of(drill);
    }

}
