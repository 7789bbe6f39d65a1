package io.slipway.inbox.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed into a step's form, field by field, so that it can be kept, shown
 * and bound again whatever happens to the task meanwhile.
 *
 * @param fields field name to its values, in the form's order
 */
record Typed(Map<String, List<String>> fields) {

    private static final Set<String> NO_FIELDS = Set.of("_csrf", "outcome", "return", "auto", "seen");

    static Typed of(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NO_FIELDS.contains(name)) {
                fields.put(name, List.copyOf(Arrays.asList(values)));
            }
        });
        return new Typed(Collections.unmodifiableMap(fields));
    }

    /**
     * The fields with text, for reading: their names in words, without the markers of
     * unchecked boxes.
     */
    Map<String, List<String>> filled() {
        Map<String, List<String>> filled = new LinkedHashMap<>();
        this.fields.forEach((name, values) -> {
            if (!name.startsWith("_") && values.stream().anyMatch((value) -> !value.isBlank())) {
                filled.put(label(name), values);
            }
        });
        return filled;
    }

    /** Such as {@code Rollback plan} for {@code rollbackPlan}. */
    private static String label(String name) {
        String words = name.replaceAll("[\\[\\]._-]+", " ").replaceAll("([a-z])([A-Z])", "$1 $2").strip();
        return words.isEmpty() ? name
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    /** A request that seems to carry these fields, for the binder. */
    HttpServletRequest in(HttpServletRequest request) {
        return new Replay(request, this.fields);
    }

    /** Carries the kept fields instead of its own parameters. */
    private static final class Replay extends HttpServletRequestWrapper {

        private final Map<String, List<String>> fields;

        Replay(HttpServletRequest request, Map<String, List<String>> fields) {
            super(request);
            this.fields = fields;
        }

        @Override
        public @Nullable String getParameter(String name) {
            List<String> values = this.fields.get(name);
            return (values == null || values.isEmpty()) ? null : values.get(0);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            List<String> values = this.fields.get(name);
            return (values == null) ? null : values.toArray(String[]::new);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(this.fields.keySet());
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>();
            this.fields.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
            return all;
        }

    }

}
