package io.slipway.deployment.web;

import io.slipway.ui.form.FormText;

/**
 * A decision that may roll back what runs.
 *
 * @param reason why
 * @param confirmed {@code true} if whoever decides knows that it does not fit any more
 * @param outcome the pressed button
 */
record RollbackForm(String reason, String confirmed, String outcome) {

    RollbackForm {
        reason = FormText.of(reason);
        confirmed = FormText.of(confirmed);
        outcome = FormText.of(outcome);
    }

}
