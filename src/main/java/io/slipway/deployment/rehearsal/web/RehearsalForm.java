package io.slipway.deployment.rehearsal.web;

import io.slipway.ui.form.FormText;

/**
 * Where a plan is rehearsed, as chosen.
 *
 * @param environment key of the environment
 */
record RehearsalForm(String environment) {

    RehearsalForm {
        environment = FormText.of(environment);
    }

}
