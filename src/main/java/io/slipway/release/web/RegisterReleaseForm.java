package io.slipway.release.web;

import java.util.List;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A new release as typed.
 *
 * @param key the key wanted, empty for the portal's next number
 * @param type how far it reaches
 * @param model how it reaches production
 * @param services the services it touches, ticked
 * @param otherServices further ones, separated by commas; taken over into the ticked ones
 * @param copyOf key of the release whose plan it begins with, if any
 * @param template {@code true} to begin with the texts of the template, else empty
 */
record RegisterReleaseForm(
        @Pattern(regexp = "|[A-Za-z][A-Za-z0-9]{1,9}-[A-Za-z0-9][A-Za-z0-9.-]{0,29}",
                message = "{release.key.invalid}") @Nullable String key,
        @NotBlank(message = "{release.plan.name.missing}") @Size(max = 120,
                message = "{release.invalid.long}") @Nullable String name,
        @NotBlank(message = "{release.plan.type.missing}") @Nullable String type,
        @NotBlank(message = "{release.plan.model.missing}") @Nullable String model, @Nullable List<String> services,
        @Nullable String otherServices, @Nullable String copyOf, @Nullable String template) {

    RegisterReleaseForm {
        key = FormText.of(key);
        name = FormText.of(name);
        type = FormText.constant(ReleaseType.class, type);
        model = FormText.constant(DeploymentModel.class, model);
        services = FormText.all(services, otherServices);
        otherServices = "";
        copyOf = FormText.of(copyOf);
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
        return new RegisterRelease(this.key, this.name, ReleaseType.valueOf(this.type),
                DeploymentModel.valueOf(this.model), this.services, this.copyOf, "true".equals(this.template));
    }

}
