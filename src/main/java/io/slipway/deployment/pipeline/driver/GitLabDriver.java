package io.slipway.deployment.pipeline.driver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.deployment.pipeline.AttemptFact;
import io.slipway.deployment.pipeline.AttemptState;
import io.slipway.deployment.pipeline.AttemptWords;
import io.slipway.deployment.pipeline.PipelineTool;
import io.slipway.deployment.pipeline.RunTrace;
import io.slipway.deployment.pipeline.ToolCall;
import io.slipway.deployment.pipeline.ToolDriver;
import io.slipway.deployment.tool.Encoding;
import io.slipway.deployment.tool.ToolException;
import io.slipway.deployment.tool.ToolRequest;

import org.springframework.stereotype.Component;

/**
 * GitLab: a pipeline is triggered with variables. The secret is the trigger's token, a
 * colon, and a token that may read the project's pipelines.
 */
@Component
class GitLabDriver implements ToolDriver {

    /** So many pipelines are looked through for the one with our id. */
    private static final int LOOKED_AT = 10;

    private final ToolWire wire;

    GitLabDriver(ToolWire wire) {
        this.wire = wire;
    }

    @Override
    public PipelineTool tool() {
        return PipelineTool.GITLAB;
    }

    @Override
    public AttemptFact start(ToolCall call) throws ToolException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", call.secret().split(":", 2)[0]);
        fields.put("ref", call.ref());
        call.variables().forEach((name, value) -> fields.put("variables[" + name + "]", value));
        JsonNode made = this.wire.json(this.wire.tell(ToolRequest.form(project(call) + "/trigger/pipeline", fields)));
        RunTrace trace = trace(made);
        if (trace.run() == null) {
            throw new ToolException(ToolException.Kind.IN_DOUBT, "GitLab did not say which pipeline");
        }
        return this.wire.accepted(trace, "Pipeline " + trace.run());
    }

    @Override
    public Optional<AttemptFact> search(ToolCall call) throws ToolException {
        JsonNode found = this.wire.read(signed(call, project(call) + "/pipelines?source=trigger&per_page=" + LOOKED_AT
                + "&updated_after=" + Encoding.part(call.attempt().times().orderedAt().toString())));
        for (JsonNode one : found) {
            RunTrace trace = trace(one);
            if (trace.run() != null && ours(call, this.wire
                .read(signed(call, project(call) + "/pipelines/" + Encoding.part(trace.run()) + "/variables")))) {
                return Optional.of(fact(one));
            }
        }
        return Optional.empty();
    }

    private static boolean ours(ToolCall call, JsonNode variables) {
        for (JsonNode one : variables) {
            if (one.path("key").asText("").equals("SLIPWAY_ATTEMPT")
                    && one.path("value").asText("").equals(call.attempt().attempt())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<AttemptFact> ask(ToolCall call) throws ToolException {
        String run = call.attempt().trace().run();
        if (run == null) {
            return search(call);
        }
        String address = project(call) + "/pipelines/" + Encoding.part(run);
        AttemptFact fact = fact(this.wire.read(signed(call, address)));
        return Optional.of(fact.state().ended() ? fact.log(jobs(call, address)) : fact);
    }

    private String jobs(ToolCall call, String address) {
        StringBuilder lines = new StringBuilder();
        try {
            for (JsonNode job : this.wire.read(signed(call, address + "/jobs?per_page=50"))) {
                lines.append(job.path("stage").asText())
                    .append(", ")
                    .append(job.path("name").asText())
                    .append(": ")
                    .append(job.path("status").asText())
                    .append(' ')
                    .append(job.path("failure_reason").asText(""))
                    .append('\n');
            }
        }
        catch (ToolException ex) {
            lines.append("The jobs could not be read: ").append(ex.getMessage());
        }
        return this.wire.excerpt(lines.toString().strip());
    }

    private AttemptFact fact(JsonNode pipeline) throws ToolException {
        String status = pipeline.path("status").asText("");
        AttemptState state = AttemptWords.ofGitLab(status);
        if (state == null) {
            throw new ToolException(ToolException.Kind.IN_DOUBT, "GitLab said nothing of a status");
        }
        return this.wire.asked(state, trace(pipeline), "GitLab: " + status);
    }

    private static RunTrace trace(JsonNode pipeline) {
        return RunTrace.of(ToolWire.text(pipeline, "id"), ToolWire.page(pipeline, "web_url"));
    }

    private static String project(ToolCall call) {
        return call.base() + "/api/v4/projects/" + Encoding.part(call.pipeline().project());
    }

    private static ToolRequest signed(ToolCall call, String address) {
        String[] tokens = call.secret().split(":", 2);
        return (tokens.length > 1) ? ToolRequest.get(address).with("PRIVATE-TOKEN", tokens[1])
                : ToolRequest.get(address);
    }

}
