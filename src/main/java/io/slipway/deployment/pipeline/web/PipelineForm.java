package io.slipway.deployment.pipeline.web;

import java.util.List;

import io.slipway.deployment.pipeline.Pipeline;
import io.slipway.deployment.pipeline.PipelineTool;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline, as typed.
 *
 * @param key its key
 * @param tool name of which tool it is
 * @param environments keys of where it may deploy to, ticked
 * @param further the same, typed, with commas between
 * @param retired {@code true}, or empty
 * @param version the version that was shown; empty for a new one
 */
record PipelineForm(String key, String name, String tool, String address, String project, String workflow, String ref,
        String liveCredential, String rehearsalCredential, String callbackCredential, String expectedMinutes,
        List<String> environments, String further, String retired, String version) {

    PipelineForm {
        key = FormText.of(key);
        name = FormText.of(name);
        tool = FormText.of(tool);
        address = FormText.of(address);
        project = FormText.of(project);
        workflow = FormText.of(workflow);
        ref = FormText.of(ref);
        liveCredential = FormText.of(liveCredential);
        rehearsalCredential = FormText.of(rehearsalCredential);
        callbackCredential = FormText.of(callbackCredential);
        expectedMinutes = FormText.of(expectedMinutes);
        environments = FormText.chosen(environments);
        further = FormText.of(further);
        retired = FormText.of(retired);
        version = FormText.of(version);
    }

    static PipelineForm empty() {
        return new PipelineForm("", "", "", "", "", "", "", "", "", "", "", List.of(), "", "", "");
    }

    static PipelineForm of(Pipeline one) {
        return new PipelineForm(one.pipeline(), one.name(), one.tool().name(), one.address(), one.project(),
                one.workflow(), one.ref(), one.liveCredential(), one.rehearsalCredential(), one.callbackCredential(),
                Integer.toString(one.expectedMinutes()), one.environments(), "", one.retired() ? "true" : "",
                Integer.toString(one.version()));
    }

    Pipeline pipeline(@Nullable String shown) {
        PipelineTool chosen = FormText.chosen(PipelineTool.class, "tool", this.tool,
                "deployment.pipeline.tool.missing");
        return new Pipeline((shown != null) ? shown : this.key, this.name, chosen, this.address, this.project,
                this.workflow, this.ref, this.liveCredential, this.rehearsalCredential, this.callbackCredential,
                FormText.number(this.expectedMinutes), FormText.all(this.environments, this.further),
                Boolean.parseBoolean(this.retired),
                this.version.matches("[0-9]{1,9}") ? Integer.parseInt(this.version) : -1);
    }

}
