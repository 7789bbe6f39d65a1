package io.slipway.deployment.pipeline.driver;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.deployment.pipeline.AttemptFact;
import io.slipway.deployment.pipeline.AttemptState;
import io.slipway.deployment.pipeline.PipelineTool;
import io.slipway.deployment.pipeline.RunTrace;
import io.slipway.deployment.pipeline.ToolCall;
import io.slipway.deployment.pipeline.ToolDriver;
import io.slipway.deployment.tool.Encoding;
import io.slipway.deployment.tool.ToolException;
import io.slipway.deployment.tool.ToolException.Kind;
import io.slipway.deployment.tool.ToolRequest;

import org.springframework.stereotype.Component;

/**
 * Argo CD: an application is synchronised to a revision. It is done once the operation
 * that bears the attempt's id succeeded, the application is in sync at its revision, and
 * healthy.
 */
@Component
class ArgoCdDriver implements ToolDriver {

    private static final String OURS = "slipway";

    private final ToolWire wire;

    ArgoCdDriver(ToolWire wire) {
        this.wire = wire;
    }

    @Override
    public PipelineTool tool() {
        return PipelineTool.ARGO_CD;
    }

    @Override
    public AttemptFact start(ToolCall call) throws ToolException {
        this.wire
            .tell(ToolRequest
                .post(application(call) + "/sync",
                        Map.of("revision", call.ref(), "prune", false, "dryRun", false, "infos",
                                List.of(Map.of("name", OURS, "value", call.attempt().attempt()))))
                .bearer(call.secret()));
        return this.wire.accepted(RunTrace.of(call.attempt().attempt(), page(call)), "Argo CD began to synchronise");
    }

    @Override
    public Optional<AttemptFact> search(ToolCall call) throws ToolException {
        JsonNode application = read(call);
        return (pending(application, call) || ours(application.at("/status/operationState/operation"), call))
                ? Optional.of(fact(application, call)) : Optional.empty();
    }

    @Override
    public Optional<AttemptFact> ask(ToolCall call) throws ToolException {
        return Optional.of(fact(read(call), call));
    }

    private AttemptFact fact(JsonNode application, ToolCall call) throws ToolException {
        RunTrace trace = RunTrace.of(call.attempt().attempt(), page(call));
        if (pending(application, call)) {
            return this.wire.asked(AttemptState.ACCEPTED, trace, "Argo CD: waits to begin");
        }
        JsonNode operation = application.at("/status/operationState");
        if (!ours(operation.path("operation"), call)) {
            throw new ToolException(Kind.GONE, "Another operation took its place in Argo CD");
        }
        String phase = operation.path("phase").asText("");
        String sync = application.at("/status/sync/status").asText("");
        String health = application.at("/status/health/status").asText("");
        String revision = application.at("/status/sync/revision").asText("");
        String synced = operation.at("/syncResult/revision").asText("");
        String said = "Argo CD: %s, %s at %s, %s. %s".formatted(phase, sync, revision, health,
                operation.path("message").asText(""));
        AttemptState state = switch (phase) {
            case "Failed", "Error" -> AttemptState.FAILED;
            case "Succeeded" ->
                (sync.equals("Synced") && !synced.isEmpty() && synced.equals(revision) && health.equals("Healthy"))
                        ? AttemptState.SUCCEEDED : AttemptState.RUNNING;
            default -> AttemptState.RUNNING;
        };
        return this.wire.asked(state, trace, said);
    }

    private static boolean pending(JsonNode application, ToolCall call) {
        return ours(application.path("operation"), call);
    }

    private static boolean ours(JsonNode operation, ToolCall call) {
        for (JsonNode info : operation.path("info")) {
            if (info.path("name").asText("").equals(OURS)
                    && info.path("value").asText("").equals(call.attempt().attempt())) {
                return true;
            }
        }
        return false;
    }

    private JsonNode read(ToolCall call) throws ToolException {
        return this.wire.read(ToolRequest.get(application(call)).bearer(call.secret()));
    }

    private static String application(ToolCall call) {
        return call.base() + "/api/v1/applications/" + Encoding.part(call.pipeline().project());
    }

    private static String page(ToolCall call) {
        return call.base() + "/applications/" + Encoding.part(call.pipeline().project());
    }

}
