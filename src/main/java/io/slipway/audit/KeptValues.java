package io.slipway.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The values of a row of the record as it is read: each one text, by name.
 */
public final class KeptValues {

    private KeptValues() {
    }

    /** Puts values into one text each. */
    public static Map<String, String> of(Map<String, JsonNode> kept) {
        Map<String, String> values = new TreeMap<>();
        kept.forEach((name, value) -> values.put(name, shown(value)));
        return Collections.unmodifiableMap(values);
    }

    private static String shown(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach((part) -> parts.add(shown(part)));
            return String.join(", ", parts);
        }
        if (value.isObject()) {
            List<String> parts = new ArrayList<>();
            value.properties().forEach((part) -> parts.add(part.getKey() + " " + shown(part.getValue())));
            return String.join(", ", parts);
        }
        return value.isNull() ? "" : value.asText();
    }

}
