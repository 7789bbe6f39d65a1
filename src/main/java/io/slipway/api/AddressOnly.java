package io.slipway.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose parameters are those of its address: asking for them never makes the
 * container read the parts of its body.
 */
final class AddressOnly extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters;

    AddressOnly(HttpServletRequest request) {
        super(request);
        this.parameters = read(request.getQueryString());
    }

    private static Map<String, String[]> read(@Nullable String query) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String pair : (query != null) ? query.split("&") : new String[0]) {
            String[] halves = pair.split("=", 2);
            found.computeIfAbsent(decode(halves[0]), (name) -> new ArrayList<>())
                .add((halves.length > 1) ? decode(halves[1]) : "");
        }
        Map<String, String[]> parameters = new LinkedHashMap<>();
        found.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return Collections.unmodifiableMap(parameters);
    }

    /** What cannot be decoded stays as it is, for the field's own rule to refuse. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
        catch (IllegalArgumentException ex) {
            return text;
        }
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = this.parameters.get(name);
        return (values != null) ? values[0] : null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = this.parameters.get(name);
        return (values != null) ? values.clone() : null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return this.parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(this.parameters.keySet());
    }

}
