package io.slipway.planning.web;

import java.util.List;

import io.slipway.release.ReleaseDetails;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is saved as a template, as typed.
 *
 * @param template number of the template whose newest version it becomes; empty for a new
 * one
 * @param otherServices further ones, separated by commas; taken over into the ticked ones
 * @param note what it is good for, or why there is a new version
 */
record SaveTemplateForm(String template, String name, @Nullable List<String> services, String otherServices,
        String note) {

    SaveTemplateForm {
        services = FormText.all(services, otherServices);
        otherServices = "";
        template = template.matches("[0-9]{1,18}") ? template : "";
    }

    static SaveTemplateForm of(ReleaseDetails release, String template) {
        return new SaveTemplateForm(template, "", release.services(), "", "");
    }

}
