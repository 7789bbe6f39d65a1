package io.slipway.knowledge.web;

import io.slipway.ui.form.FormText;

/**
 * What became of a step, as typed.
 *
 * @param step the step's key
 * @param outcome the pressed button
 */
record StepForm(String step, String seen, String note, String outcome) {

    StepForm {
        step = FormText.of(step);
        seen = FormText.of(seen);
        note = FormText.of(note);
        outcome = FormText.of(outcome);
    }

}
