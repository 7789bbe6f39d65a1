package io.slipway.api.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.slipway.input.InputCheck;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent 1.0 as it was sent, whichever way.
 *
 * @param id its id; with the source it is the only one
 * @param time when it happened; null if that is not told or cannot be read
 * @param data what it carries; missing if it is no JSON
 */
record CloudEvent(String source, String id, String type, @Nullable Instant time, JsonNode data) {

    private static final int LONGEST_SOURCE = 300;

    private static final int LONGEST = 200;

    private static final String BINARY = "data_base64";

    /**
     * Reads the attributes of an event. Notes what makes it no CloudEvent 1.0.
     * @param where names it in refusals, such as {@code [2].}; empty for a single one
     * @param attributes gives the value of an attribute, missing if it has none
     * @param check notes problems
     * @return the event, of use only if nothing was noted
     */
    static CloudEvent of(String where, java.util.function.Function<String, JsonNode> attributes, JsonNode data,
            InputCheck check) {
        check.refuseIf(!"1.0".equals(attributes.apply("specversion").asText()), where + "specversion",
                "api.event.version");
        for (String name : List.of("source", "id", "type")) {
            JsonNode value = attributes.apply(name);
            int longest = name.equals("source") ? LONGEST_SOURCE : LONGEST;
            check.refuseIf(!value.isTextual() || value.asText().isBlank(), where + name, "api.missing");
            check.refuseIf(value.asText().length() > longest, where + name, "api.event.long", longest);
        }
        return new CloudEvent(attributes.apply("source").asText(), attributes.apply("id").asText(),
                attributes.apply("type").asText(), instant(attributes.apply("time").asText()), data);
    }

    static CloudEvent structured(String where, JsonNode event, InputCheck check) {
        check.refuseIf(event.has("data") && event.has(BINARY), where + BINARY, "api.event.data.twice");
        return of(where, event::path, event.has(BINARY) ? decoded(where, event, check) : event.path("data"), check);
    }

    /** JSON that was sent as bytes, JSON event format 3.1.1; missing if it is no JSON. */
    private static JsonNode decoded(String where, JsonNode event, InputCheck check) {
        String type = event.path("datacontenttype").asText("application/json");
        if (!type.matches("(?i)[a-z]+/([a-z0-9.+-]+\\+)?json\\s*(;.*)?")) {
            return MissingNode.getInstance();
        }
        try {
            return EventJson.read(Base64.getDecoder().decode(event.path(BINARY).asText()));
        }
        catch (IllegalArgumentException | JsonProcessingException ex) {
            check.refuse(where + BINARY, "api.event.data.unreadable");
            return MissingNode.getInstance();
        }
    }

    static @Nullable Instant instant(String text) {
        try {
            return text.isBlank() ? null : OffsetDateTime.parse(text).toInstant();
        }
        catch (DateTimeException ex) {
            return null;
        }
    }

}
