package io.slipway.deployment.pipeline.driver;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.deployment.pipeline.AttemptFact;
import io.slipway.deployment.pipeline.AttemptState;
import io.slipway.deployment.pipeline.FactSource;
import io.slipway.deployment.pipeline.PipelineTool;
import io.slipway.deployment.pipeline.RunTrace;
import io.slipway.deployment.pipeline.ToolCall;
import io.slipway.deployment.pipeline.ToolDriver;
import io.slipway.deployment.tool.Encoding;
import io.slipway.deployment.tool.ToolAnswer;
import io.slipway.deployment.tool.ToolException;
import io.slipway.deployment.tool.ToolException.Kind;
import io.slipway.deployment.tool.ToolRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Jenkins: a job is built with parameters, and its place in the queue becomes a build.
 * Its parameter {@code SLIPWAY_ATTEMPT} differs each time, since Jenkins merges requests
 * that are the same; without that parameter in the job a build cannot be told from
 * others. The secret is a user, a colon, and an API token.
 */
@Component
class JenkinsDriver implements ToolDriver {

    private static final Pattern ITEM = Pattern.compile("/queue/item/(\\d{1,18})/?$");

    private static final String PARAMETERS = "actions[parameters[name,value]]";

    private static final int EXCERPT = 64 * 1024;

    private final ToolWire wire;

    JenkinsDriver(ToolWire wire) {
        this.wire = wire;
    }

    @Override
    public PipelineTool tool() {
        return PipelineTool.JENKINS;
    }

    @Override
    public AttemptFact start(ToolCall call) throws ToolException {
        ToolAnswer answer = this.wire
            .tell(ToolRequest.form(job(call) + "/buildWithParameters", call.variables()).basic(call.secret()));
        Matcher item = ITEM.matcher(answer.header("Location"));
        if (!item.find()) {
            return AttemptFact.of(FactSource.SENDER, AttemptState.SENT, "Jenkins took it, and did not say where");
        }
        return this.wire.accepted(new RunTrace(null, item.group(1), null, null), "Queued as " + item.group(1));
    }

    @Override
    public Optional<AttemptFact> search(ToolCall call) throws ToolException {
        JsonNode job = read(call, job(call) + "/api/json?tree="
                + Encoding.part("builds[number,url,building,result," + PARAMETERS + "]{0,50}"));
        for (JsonNode build : job.path("builds")) {
            if (ours(call, build)) {
                return Optional.of(fact(build));
            }
        }
        JsonNode queue = read(call,
                call.base() + "/queue/api/json?tree=" + Encoding.part("items[id," + PARAMETERS + "]"));
        for (JsonNode item : queue.path("items")) {
            if (ours(call, item)) {
                return Optional.of(this.wire.asked(AttemptState.ACCEPTED,
                        new RunTrace(null, ToolWire.text(item, "id"), null, null), "Jenkins: queued"));
            }
        }
        return Optional.empty();
    }

    private static boolean ours(ToolCall call, JsonNode thing) {
        for (JsonNode action : thing.path("actions")) {
            for (JsonNode parameter : action.path("parameters")) {
                if (parameter.path("value").asText("").equals(call.attempt().attempt())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public Optional<AttemptFact> ask(ToolCall call) throws ToolException {
        RunTrace trace = call.attempt().trace();
        if (trace.run() != null) {
            return Optional.of(build(call, trace.run()));
        }
        return (trace.queue() != null) ? Optional.of(queued(call, trace.queue())) : search(call);
    }

    /** An item of the queue is forgotten some minutes after it became a build. */
    private AttemptFact queued(ToolCall call, String id) throws ToolException {
        try {
            JsonNode item = read(call, call.base() + "/queue/item/" + Encoding.part(id) + "/api/json");
            if (item.path("cancelled").asBoolean(false)) {
                return this.wire.asked(AttemptState.CANCELLED, RunTrace.NONE, "Jenkins: taken out of the queue");
            }
            JsonNode build = item.path("executable");
            return build.has("number")
                    ? this.wire.asked(AttemptState.RUNNING,
                            RunTrace.of(ToolWire.text(build, "number"), ToolWire.page(build, "url")),
                            "Jenkins: build " + build.path("number").asText())
                    : this.wire.asked(AttemptState.ACCEPTED, RunTrace.NONE,
                            "Jenkins: " + item.path("why").asText("queued"));
        }
        catch (ToolException ex) {
            if (ex.kind() == Kind.GONE) {
                return search(call).orElseThrow(() -> ex);
            }
            throw ex;
        }
    }

    private AttemptFact build(ToolCall call, String number) throws ToolException {
        AttemptFact fact = fact(
                read(call, job(call) + "/" + Encoding.part(number) + "/api/json?tree=number,url,building,result"));
        return fact.state().ended() ? fact.log(log(call, number)) : fact;
    }

    private @Nullable String log(ToolCall call, String number) {
        String address = job(call) + "/" + Encoding.part(number) + "/logText/progressiveText?start=";
        ToolAnswer log = this.wire.text(ToolRequest.get(address + 0).basic(call.secret()));
        if (log != null && log.cut() && log.header("X-Text-Size").matches("\\d{1,15}")) {
            long end = Math.max(0, Long.parseLong(log.header("X-Text-Size")) - EXCERPT);
            log = this.wire.text(ToolRequest.get(address + end).basic(call.secret()));
        }
        return (log != null) ? this.wire.excerpt(log.text()) : null;
    }

    private AttemptFact fact(JsonNode build) throws ToolException {
        if (!build.has("building")) {
            throw new ToolException(Kind.IN_DOUBT, "Jenkins said nothing of a build");
        }
        String result = build.path("result").asText("");
        boolean running = build.path("building").asBoolean() || result.isEmpty() || result.equals("null");
        RunTrace trace = RunTrace.of(ToolWire.text(build, "number"), ToolWire.page(build, "url"));
        return running ? this.wire.asked(AttemptState.RUNNING, trace, "Jenkins: building")
                : this.wire.asked(state(result), trace, "Jenkins: " + result);
    }

    private static AttemptState state(String result) {
        return switch (result) {
            case "SUCCESS" -> AttemptState.SUCCEEDED;
            case "ABORTED" -> AttemptState.CANCELLED;
            default -> AttemptState.FAILED;
        };
    }

    private JsonNode read(ToolCall call, String address) throws ToolException {
        return this.wire.read(ToolRequest.get(address).basic(call.secret()));
    }

    private static String job(ToolCall call) {
        return call.base() + Arrays.stream(call.pipeline().project().split("/"))
            .filter((part) -> !part.isBlank())
            .map((part) -> "/job/" + Encoding.part(part))
            .collect(Collectors.joining());
    }

}
