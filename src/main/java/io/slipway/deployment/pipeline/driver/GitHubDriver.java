package io.slipway.deployment.pipeline.driver;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.deployment.pipeline.AttemptFact;
import io.slipway.deployment.pipeline.AttemptState;
import io.slipway.deployment.pipeline.AttemptWords;
import io.slipway.deployment.pipeline.FactSource;
import io.slipway.deployment.pipeline.PipelineTool;
import io.slipway.deployment.pipeline.RunTrace;
import io.slipway.deployment.pipeline.ToolCall;
import io.slipway.deployment.pipeline.ToolDriver;
import io.slipway.deployment.tool.Encoding;
import io.slipway.deployment.tool.ToolAnswer;
import io.slipway.deployment.tool.ToolException;
import io.slipway.deployment.tool.ToolRequest;

import org.springframework.stereotype.Component;

/**
 * GitHub Actions: a workflow is dispatched with {@code return_run_details}. An older
 * server answers 204 without them; then the run is found by the attempt's id in its name,
 * for which the workflow sets {@code run-name} to its input {@code slipway_attempt}.
 */
@Component
class GitHubDriver implements ToolDriver {

    private static final String DETAILS = "return_run_details";

    private final ToolWire wire;

    GitHubDriver(ToolWire wire) {
        this.wire = wire;
    }

    @Override
    public PipelineTool tool() {
        return PipelineTool.GITHUB;
    }

    @Override
    public AttemptFact start(ToolCall call) throws ToolException {
        Map<String, String> inputs = new LinkedHashMap<>(call.attempt().work().inputs());
        inputs.put("slipway_attempt", call.attempt().attempt());
        ToolAnswer answer;
        try {
            answer = dispatch(call, Map.of("ref", call.ref(), "inputs", inputs, DETAILS, true));
        }
        catch (ToolException ex) {
            if (ex.kind() != ToolException.Kind.REFUSED || !String.valueOf(ex.getMessage()).contains(DETAILS)) {
                throw ex;
            }
            // A server that does not know it refused, and so began nothing.
            answer = dispatch(call, Map.of("ref", call.ref(), "inputs", inputs));
        }
        if (answer.status() == 204) {
            return AttemptFact.of(FactSource.SENDER, AttemptState.SENT, "GitHub took it, and did not say which run");
        }
        JsonNode run = this.wire.json(answer);
        String id = ToolWire.text(run, "workflow_run_id");
        if (id == null) {
            return AttemptFact.of(FactSource.SENDER, AttemptState.SENT, "GitHub took it, and did not say which run");
        }
        return this.wire.accepted(RunTrace.of(id, ToolWire.page(run, "html_url")), "Run " + id);
    }

    private ToolAnswer dispatch(ToolCall call, Map<String, Object> body) throws ToolException {
        return this.wire.tell(signed(ToolRequest.post(workflow(call) + "/dispatches", body), call));
    }

    @Override
    public Optional<AttemptFact> search(ToolCall call) throws ToolException {
        String since = call.attempt().times().orderedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        JsonNode found = this.wire.read(signed(ToolRequest
            .get(workflow(call) + "/runs?event=workflow_dispatch&per_page=50&created=" + Encoding.part(">=" + since)),
                call));
        for (JsonNode run : found.path("workflow_runs")) {
            if (run.path("display_title").asText("").contains(call.attempt().attempt())
                    || run.path("name").asText("").contains(call.attempt().attempt())) {
                return Optional.of(fact(run));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<AttemptFact> ask(ToolCall call) throws ToolException {
        String run = call.attempt().trace().run();
        if (run == null) {
            return search(call);
        }
        AttemptFact fact = fact(this.wire.read(signed(ToolRequest.get(runs(call) + Encoding.part(run)), call)));
        return Optional.of(fact.state().ended() ? fact.log(jobs(call, run)) : fact);
    }

    /** What became of each job: the log itself is behind a redirect to elsewhere. */
    private String jobs(ToolCall call, String run) {
        StringBuilder lines = new StringBuilder();
        try {
            JsonNode found = this.wire
                .read(signed(ToolRequest.get(runs(call) + Encoding.part(run) + "/jobs?per_page=50"), call));
            for (JsonNode job : found.path("jobs")) {
                lines.append(job.path("name").asText())
                    .append(": ")
                    .append(job.path("conclusion").asText())
                    .append('\n');
                for (JsonNode step : job.path("steps")) {
                    lines.append("  ")
                        .append(step.path("name").asText())
                        .append(": ")
                        .append(step.path("conclusion").asText())
                        .append('\n');
                }
            }
        }
        catch (ToolException ex) {
            lines.append("The jobs could not be read: ").append(ex.getMessage());
        }
        return this.wire.excerpt(lines.toString().strip());
    }

    private AttemptFact fact(JsonNode run) throws ToolException {
        String status = run.path("status").asText("");
        String conclusion = run.path("conclusion").asText("");
        AttemptState state = AttemptWords.ofGitHub(status, conclusion);
        if (state == null) {
            throw new ToolException(ToolException.Kind.IN_DOUBT, "GitHub said nothing of a status");
        }
        String said = state.ended() ? conclusion : status;
        return this.wire.asked(state, RunTrace.of(ToolWire.text(run, "id"), ToolWire.page(run, "html_url")),
                "GitHub: " + said);
    }

    private static String workflow(ToolCall call) {
        return call.base() + "/repos/" + call.pipeline().project() + "/actions/workflows/"
                + Encoding.part(call.pipeline().workflow());
    }

    private static String runs(ToolCall call) {
        return call.base() + "/repos/" + call.pipeline().project() + "/actions/runs/";
    }

    private static ToolRequest signed(ToolRequest request, ToolCall call) {
        return request.bearer(call.secret())
            .with("Accept", "application/vnd.github+json")
            .with("X-GitHub-Api-Version", "2022-11-28");
    }

}
