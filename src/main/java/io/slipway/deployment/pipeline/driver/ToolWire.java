package io.slipway.deployment.pipeline.driver;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.deployment.pipeline.AttemptFact;
import io.slipway.deployment.pipeline.AttemptState;
import io.slipway.deployment.pipeline.FactSource;
import io.slipway.deployment.pipeline.RunTrace;
import io.slipway.deployment.tool.Excerpts;
import io.slipway.deployment.tool.ToolAnswer;
import io.slipway.deployment.tool.ToolClient;
import io.slipway.deployment.tool.ToolException;
import io.slipway.deployment.tool.ToolException.Kind;
import io.slipway.deployment.tool.ToolRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What all protocols have in common: which answers are a no, which leave a doubt, and
 * what is kept of their words.
 */
@Component
class ToolWire {

    private static final int TOO_MANY = 429;

    private static final int NOT_FOUND = 404;

    private static final int SERVER_ERROR = 500;

    private final ToolClient client;

    private final Excerpts excerpts;

    ToolWire(ToolClient client, Excerpts excerpts) {
        this.client = client;
        this.excerpts = excerpts;
    }

    /** Tells a tool something that changes it; what is no success is sorted. */
    ToolAnswer tell(ToolRequest request) throws ToolException {
        ToolAnswer answer = this.client.send(request);
        if (answer.good()) {
            return answer;
        }
        int status = answer.status();
        String said = this.excerpts.sentence("HTTP " + status + ": " + answer.text());
        if (status == TOO_MANY) {
            throw new ToolException(Kind.NOT_SENT, said);
        }
        throw new ToolException((status >= SERVER_ERROR || status == 408) ? Kind.IN_DOUBT : Kind.REFUSED, said);
    }

    /** Asks a tool for JSON. */
    JsonNode read(ToolRequest request) throws ToolException {
        ToolAnswer answer = this.client.send(request);
        if (answer.status() == NOT_FOUND) {
            throw new ToolException(Kind.GONE, "The tool does not know it (404)");
        }
        if (!answer.good()) {
            throw new ToolException(Kind.IN_DOUBT,
                    this.excerpts.sentence("HTTP " + answer.status() + ": " + answer.text()));
        }
        return json(answer);
    }

    /** The JSON of an answer that must have some. */
    JsonNode json(ToolAnswer answer) throws ToolException {
        return answer.json()
            .orElseThrow(() -> new ToolException(Kind.IN_DOUBT, answer.cut() ? "The answer is larger than 1 MB"
                    : this.excerpts.sentence("The answer is no JSON: " + answer.text())));
    }

    /** Asks a tool for text; null where there is none. */
    @Nullable ToolAnswer text(ToolRequest request) {
        try {
            ToolAnswer answer = this.client.send(request);
            return answer.good() ? answer : null;
        }
        catch (ToolException ex) {
            return null;
        }
    }

    String sentence(String text) {
        return this.excerpts.sentence(text);
    }

    String excerpt(String log) {
        return this.excerpts.of(log);
    }

    /** That the tool accepted. */
    AttemptFact accepted(RunTrace trace, String reason) {
        return AttemptFact.of(FactSource.SENDER, AttemptState.ACCEPTED, this.excerpts.sentence(reason)).at(trace);
    }

    /** What the tool said when it was asked. */
    AttemptFact asked(AttemptState state, RunTrace trace, String reason) {
        return AttemptFact.of(FactSource.POLL, state, this.excerpts.sentence(reason)).at(trace);
    }

    /**
     * A text of an answer; null for none, and for what is longer than an address may be.
     */
    static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        String text = value.asText("");
        return (value.isValueNode() && !value.isNull() && !text.isBlank() && text.length() <= 500) ? text : null;
    }

    /** An address of an answer that people may follow; null for none. */
    static @Nullable String page(JsonNode node, String name) {
        String text = text(node, name);
        return (text != null && text.matches("https?://[^\\s\"'<>]+")) ? text : null;
    }

}
