package io.slipway.deployment.run.web;

import io.slipway.ui.form.FormText;

/**
 * What becomes of a failed step.
 *
 * @param target which target is left out of it, if one is
 * @param reason why
 * @param confirmed {@code true} if it is known that a rollback comes late, or empty
 * @param outcome the pressed button: {@code retry}, {@code ignore}, {@code exclude},
 * {@code fail-wave}, {@code roll-back}
 */
record DecideOnFailedStepForm(String target, String reason, String confirmed, String outcome) {

    DecideOnFailedStepForm {
        target = FormText.of(target);
        reason = FormText.of(reason);
        confirmed = FormText.of(confirmed);
        outcome = FormText.of(outcome);
    }

}
