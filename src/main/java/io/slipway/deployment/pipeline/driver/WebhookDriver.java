package io.slipway.deployment.pipeline.driver;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.slipway.deployment.pipeline.AttemptFact;
import io.slipway.deployment.pipeline.FactSource;
import io.slipway.deployment.pipeline.PipelineTool;
import io.slipway.deployment.pipeline.RunTrace;
import io.slipway.deployment.pipeline.ToolCall;
import io.slipway.deployment.pipeline.ToolDriver;
import io.slipway.deployment.pipeline.ToolReport;
import io.slipway.deployment.tool.ToolAnswer;
import io.slipway.deployment.tool.ToolException;
import io.slipway.deployment.tool.ToolException.Kind;
import io.slipway.deployment.tool.ToolRequest;
import io.slipway.input.WebhookSignature;

import org.springframework.stereotype.Component;

/**
 * Any tool: it is told by a message that is signed as Standard Webhooks, whose id is the
 * attempt's, so that it knows one that is sent again; and it calls back.
 */
@Component
class WebhookDriver implements ToolDriver {

    private final ToolWire wire;

    private final Clock clock;

    WebhookDriver(ToolWire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public PipelineTool tool() {
        return PipelineTool.WEBHOOK;
    }

    @Override
    public AttemptFact start(ToolCall call) throws ToolException {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "slipway.pipeline.requested");
        message.put("attempt", call.attempt().attempt());
        message.put("release", call.attempt().releaseKey());
        message.put("environment", call.attempt().environment());
        message.put("run", call.attempt().rehearsal() ? "rehearsal" : "live");
        message.put("project", call.pipeline().project());
        message.put("workflow", call.pipeline().workflow());
        message.put("ref", call.ref());
        message.put("inputs", call.attempt().work().inputs());
        message.put("callback", Map.of("url", call.callback(), "token", call.token()));
        ToolRequest request = ToolRequest.post(call.pipeline().address(), message);
        ToolAnswer answer = this.wire.tell(signed(request, call));
        JsonNode said = answer.json().orElse(MissingNode.getInstance());
        return this.wire.accepted(new RunTrace(ToolWire.text(said, "run"), null, ToolWire.page(said, "status_url"),
                ToolWire.page(said, "page")), "The tool accepted (HTTP " + answer.status() + ")");
    }

    private ToolRequest signed(ToolRequest request, ToolCall call) throws ToolException {
        String id = call.attempt().attempt();
        String at = Long.toString(this.clock.instant().getEpochSecond());
        byte[] body = (request.body() != null) ? request.body() : new byte[0];
        try {
            return request.with("webhook-id", id)
                .with("webhook-timestamp", at)
                .with("webhook-signature", WebhookSignature.of(call.secret(), id, at, body));
        }
        catch (IllegalArgumentException ex) {
            throw new ToolException(Kind.NOT_SENT, "The secret is no whsec_ and Base64");
        }
    }

    /** It cannot be looked for; who has the id knows that it was told before. */
    @Override
    public Optional<AttemptFact> search(ToolCall call) throws ToolException {
        return ask(call);
    }

    @Override
    public Optional<AttemptFact> ask(ToolCall call) throws ToolException {
        String address = call.attempt().trace().status();
        if (address == null) {
            return Optional.empty();
        }
        byte[] nothing = new byte[0];
        JsonNode said = this.wire
            .read(signed(new ToolRequest("GET", address, Map.of("Accept", "application/json"), nothing), call));
        return Optional.of(ToolReport.of(said.toString().getBytes(StandardCharsets.UTF_8))
            .map((report) -> report.fact(FactSource.POLL, this.wire::sentence, this.wire::excerpt))
            .orElseThrow(() -> new ToolException(Kind.IN_DOUBT, "The tool said nothing of a state")));
    }

}
