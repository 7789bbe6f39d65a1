package io.slipway.deployment.environment.web;

import io.slipway.ui.form.FormText;

/**
 * The wish to have an environment to oneself, as typed.
 *
 * @param release key of the release that it is for; may be empty
 */
record HoldForm(String release, String purpose) {

    HoldForm {
        release = FormText.of(release);
        purpose = FormText.of(purpose);
    }

}
