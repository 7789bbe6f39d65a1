package io.slipway.deployment.pipeline.web;

import io.slipway.ui.form.FormText;

/**
 * How an attempt ended that nobody else can tell, as typed.
 *
 * @param outcome name of the state
 */
record OutcomeForm(String outcome, String evidence) {

    OutcomeForm {
        outcome = FormText.of(outcome);
        evidence = FormText.of(evidence);
    }

}
