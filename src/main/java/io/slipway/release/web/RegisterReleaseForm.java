package io.slipway.release.web;

import java.util.List;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * A new release as typed.
 *
 * @param key the key wanted, empty for the portal's next number
 * @param otherServices further ones, separated by commas; taken over into the ticked ones
 * @param copyOf key of the release whose plan it begins with, if any
 * @param template {@code true} to begin with the texts of the template, else empty
 */
record RegisterReleaseForm(String key, String name, String type, String model, @Nullable List<String> services,
        String otherServices, String copyOf, String template) {

    RegisterReleaseForm {
        services = FormText.all(services, otherServices);
        otherServices = "";
        template = "true".equals(template) ? "true" : "";
    }

    static RegisterReleaseForm fresh() {
        return new RegisterReleaseForm("", "", ReleaseType.MINOR.name(), DeploymentModel.BIG_BANG.name(), List.of(), "",
                "", "true");
    }

    static RegisterReleaseForm copyOf(ReleaseDetails release) {
        return new RegisterReleaseForm("", release.name(), release.type().name(), release.model().name(),
                release.services(), "", release.key(), "");
    }

    RegisterRelease toCommand() {
        return new RegisterRelease(this.key, this.name,
                FormText.chosen(ReleaseType.class, "type", this.type, "release.plan.type.missing"),
                FormText.chosen(DeploymentModel.class, "model", this.model, "release.plan.model.missing"),
                this.services, this.copyOf, "true".equals(this.template));
    }

}
