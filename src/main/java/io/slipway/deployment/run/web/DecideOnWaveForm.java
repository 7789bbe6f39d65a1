package io.slipway.deployment.run.web;

import io.slipway.ui.form.FormText;

/**
 * How a wave goes on that did not prove itself.
 *
 * @param reason why
 * @param confirmed {@code true} if it is known that a rollback comes late, or empty
 * @param outcome the pressed button: {@code wait}, {@code accept}, {@code fail},
 * {@code roll-back}
 */
record DecideOnWaveForm(String reason, String confirmed, String outcome) {

    DecideOnWaveForm {
        reason = FormText.of(reason);
        confirmed = FormText.of(confirmed);
        outcome = FormText.of(outcome);
    }

}
