package io.slipway.api.event;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Reads the JSON of events: no deeper than anybody means it, and nothing twice.
 */
final class EventJson {

    private static final int DEEPEST = 32;

    private static final JsonMapper JSON = JsonMapper
        .builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();

    private EventJson() {
    }

    static JsonNode read(byte[] text) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(new String(text, StandardCharsets.UTF_8));
        return (tree != null) ? tree : MissingNode.getInstance();
    }

}
