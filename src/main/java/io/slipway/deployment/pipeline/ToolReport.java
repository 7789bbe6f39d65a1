package io.slipway.deployment.pipeline;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * How a tool of its own tells how far it is.
 *
 * @param attempt the attempt's id; empty if it is not said
 * @param run what the tool calls it; null if it does not say
 * @param page where people look at it; null if it does not say
 * @param log the last of the log; null if it does not say
 */
public record ToolReport(String attempt, AttemptState state, String reason, @Nullable String run, @Nullable String page,
        @Nullable String log) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int LONGEST = 200;

    private static final int ADDRESS = 500;

    /** Reads a report; nothing if it is none. */
    public static Optional<ToolReport> of(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            AttemptState state = state(node.path("state").asText("").toLowerCase(Locale.ROOT));
            return (state == null) ? Optional.empty()
                    : Optional.of(new ToolReport(node.path("attempt").asText(""), state, node.path("reason").asText(""),
                            text(node, "run", LONGEST), page(node), text(node, "log", Integer.MAX_VALUE)));
        }
        catch (IOException ex) {
            return Optional.empty();
        }
    }

    /** What it says, with its words made fit to keep. */
    public AttemptFact fact(FactSource source, UnaryOperator<String> sentence, UnaryOperator<String> excerpt) {
        return AttemptFact
            .of(source, this.state,
                    this.reason.isBlank() ? this.state.name().toLowerCase(Locale.ROOT) : sentence.apply(this.reason))
            .at(RunTrace.of(this.run, this.page))
            .log((this.log != null) ? excerpt.apply(this.log) : null);
    }

    private static @Nullable AttemptState state(String said) {
        return switch (said) {
            case "accepted" -> AttemptState.ACCEPTED;
            case "running" -> AttemptState.RUNNING;
            case "succeeded" -> AttemptState.SUCCEEDED;
            case "failed" -> AttemptState.FAILED;
            case "cancelled" -> AttemptState.CANCELLED;
            case "timed_out" -> AttemptState.TIMED_OUT;
            default -> null;
        };
    }

    private static @Nullable String text(JsonNode node, String name, int longest) {
        String text = node.path(name).asText("");
        return (text.isBlank() || text.length() > longest) ? null : text;
    }

    private static @Nullable String page(JsonNode node) {
        String address = text(node, "page", ADDRESS);
        return (address != null && address.matches("https?://[^\\s\"'<>]+")) ? address : null;
    }

}
