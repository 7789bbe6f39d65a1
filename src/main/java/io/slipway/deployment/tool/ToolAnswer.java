package io.slipway.deployment.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.http.HttpHeaders;

/**
 * What a tool answered.
 *
 * @param body what was read of it, 1 MB at most
 * @param cut whether there was more
 */
public record ToolAnswer(int status, HttpHeaders headers, byte[] body, boolean cut) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether it is a success. */
    public boolean good() {
        return this.status >= 200 && this.status < 300;
    }

    /** A header; empty if there is none. */
    public String header(String name) {
        String value = this.headers.getFirst(name);
        return (value != null) ? value : "";
    }

    /** The body as an object or a list of JSON; empty if it is none, or too large. */
    public Optional<JsonNode> json() {
        if (this.cut || this.body.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(this.body)).filter(JsonNode::isContainerNode);
        }
        catch (IOException ex) {
            return Optional.empty();
        }
    }

    /** The body as text. */
    public String text() {
        return new String(this.body, StandardCharsets.UTF_8);
    }

}
