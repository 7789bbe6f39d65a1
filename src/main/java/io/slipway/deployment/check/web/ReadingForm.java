package io.slipway.deployment.check.web;

import io.slipway.ui.form.FormText;

/**
 * What somebody read, as typed.
 */
record ReadingForm(String value, String note) {

    ReadingForm {
        value = FormText.of(value);
        note = FormText.of(note);
    }

}
