package io.slipway.knowledge.web;

import io.slipway.ui.form.FormText;

/**
 * The end of a run, as typed.
 */
record EndRunForm(String verdict, String wrongStep, String note) {

    EndRunForm {
        verdict = FormText.of(verdict);
        wrongStep = FormText.of(wrongStep);
        note = FormText.of(note);
    }

}
