package io.slipway.deployment.environment.web;

import io.slipway.ui.form.FormText;

/**
 * What may deploy a service into an environment, as typed.
 *
 * @param service the service; empty for every service
 * @param live {@code true} for deployments for real, or empty for rehearsals
 * @param pipeline key of what does it
 * @param credential name of the secret
 */
record DeployerForm(String service, String live, String pipeline, String credential) {

    DeployerForm {
        service = FormText.of(service);
        live = FormText.of(live);
        pipeline = FormText.of(pipeline);
        credential = FormText.of(credential);
    }

}
