package io.slipway.knowledge.web;

import io.slipway.ui.form.FormText;

/**
 * Whether an article helped, as typed.
 *
 * @param note what was missing or wrong
 * @param outcome the pressed button
 */
record VoiceForm(String note, String outcome) {

    VoiceForm {
        note = FormText.of(note);
        outcome = FormText.of(outcome);
    }

}
