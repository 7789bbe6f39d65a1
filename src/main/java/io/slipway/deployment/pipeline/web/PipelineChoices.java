package io.slipway.deployment.pipeline.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.pipeline.AttemptState;
import io.slipway.deployment.pipeline.PipelineTool;
import io.slipway.deployment.tool.ToolAddresses;
import io.slipway.ui.form.Choice;

import org.springframework.stereotype.Component;

/**
 * What the forms of pipelines offer.
 */
@Component("pipelineChoices")
class PipelineChoices {

    private final Environments environments;

    private final ToolAddresses addresses;

    PipelineChoices(Environments environments, ToolAddresses addresses) {
        this.environments = environments;
        this.addresses = addresses;
    }

    /** For templates. */
    public List<PipelineTool> tools() {
        return Arrays.asList(PipelineTool.values());
    }

    /** For templates. */
    public List<AttemptState> ends() {
        return Arrays.stream(AttemptState.values()).filter(AttemptState::ended).toList();
    }

    /** For templates: the environments of the first page, and those that were chosen. */
    public List<Choice> environments(List<String> chosen) {
        Map<String, Choice> all = new LinkedHashMap<>();
        this.environments.list("")
            .rows()
            .forEach((one) -> all.put(one.key(), new Choice(one.key(), one.item().name())));
        chosen.forEach((one) -> all.putIfAbsent(one, new Choice(one, one)));
        return List.copyOf(all.values());
    }

    /** For templates: the beginnings of addresses that the portal may reach. */
    public List<String> addresses() {
        return this.addresses.allowed();
    }

}
