package io.slipway.planning.web;

import java.util.List;

import io.slipway.planning.plan.Plan;
import io.slipway.planning.template.PlanTemplate;
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
 * @param begin number of the template that somebody saved and its plan begins with, if
 * any
 * @param plannedStart when its deployment shall begin, with a template
 * @param template {@code true} to begin with the texts for its type, else empty
 */
record RegisterReleaseForm(String key, String name, String type, String model, @Nullable List<String> services,
        String otherServices, String copyOf, String begin, String plannedStart, String template) {

    RegisterReleaseForm {
        services = FormText.all(services, otherServices);
        otherServices = "";
        begin = begin.matches("[0-9]{1,18}") ? begin : "";
        template = "true".equals(template) ? "true" : "";
    }

    static RegisterReleaseForm fresh(List<String> services) {
        return new RegisterReleaseForm("", "", ReleaseType.MINOR.name(), DeploymentModel.BIG_BANG.name(), services, "",
                "", "", "", "true");
    }

    static RegisterReleaseForm copyOf(ReleaseDetails release) {
        return new RegisterReleaseForm("", release.name(), release.type().name(), release.model().name(),
                release.services(), "", release.key(), "", "", "");
    }

    static RegisterReleaseForm from(PlanTemplate template, Plan plan) {
        return new RegisterReleaseForm("", "", plan.scope().type().name(), plan.scope().model().name(),
                plan.scope().services(), "", "", Long.toString(template.id()), "", "");
    }

    RegisterRelease toCommand() {
        return new RegisterRelease(this.key, this.name,
                FormText.chosen(ReleaseType.class, "type", this.type, "release.plan.type.missing"),
                FormText.chosen(DeploymentModel.class, "model", this.model, "release.plan.model.missing"),
                this.services, this.copyOf, this.begin.isEmpty() && "true".equals(this.template));
    }

}
