package io.slipway.deployment.rollback.web;

import io.slipway.ui.form.FormText;

/**
 * A decision that may roll back.
 *
 * @param reason why
 * @param confirmed {@code true} if whoever decides knows that it does not fit any more
 * @param followUp key of the emergency release that fixes it forward instead
 * @param outcome the pressed button
 */
record RollbackAnswer(String reason, String confirmed, String followUp, String outcome) {

    RollbackAnswer {
        reason = FormText.of(reason);
        confirmed = FormText.of(confirmed);
        followUp = FormText.of(followUp);
        outcome = FormText.of(outcome);
    }

}
