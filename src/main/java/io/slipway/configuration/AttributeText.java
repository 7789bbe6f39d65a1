package io.slipway.configuration;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.slipway.input.InvalidInputException;

/**
 * Attributes as people type them: one to a line, {@code name = value}.
 */
public final class AttributeText {

    private AttributeText() {
    }

    /**
     * Reads attributes. Refuses, at the field {@code attributes}, lines without a name or
     * an equals sign, and a name that is there twice.
     * @param text the lines; empty ones are skipped
     */
    public static Map<String, String> read(String text) {
        Map<String, String> attributes = new TreeMap<>();
        text.lines().map(String::strip).filter((line) -> !line.isEmpty()).forEach((line) -> {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new InvalidInputException("attributes", "configuration.attributes.unreadable", shortened(line));
            }
            String name = line.substring(0, equals).strip();
            if (attributes.put(name, line.substring(equals + 1).strip()) != null) {
                throw new InvalidInputException("attributes", "configuration.attributes.twice", shortened(name));
            }
        });
        return attributes;
    }

    /**
     * Writes attributes.
     * @return the lines, in the order of the names
     */
    public static String write(Map<String, String> attributes) {
        return new TreeMap<>(attributes).entrySet()
            .stream()
            .map((one) -> one.getKey() + " = " + one.getValue())
            .collect(Collectors.joining("\n"));
    }

    private static String shortened(String line) {
        return (line.length() > 60) ? line.substring(0, 60) + "\u2026" : line;
    }

}
