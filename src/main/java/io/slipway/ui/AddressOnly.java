package io.slipway.ui;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/**
 * A request whose parameters are those of an address: asking for them never makes the
 * container read its body.
 */
public final class AddressOnly extends HttpServletRequestWrapper {

    private final MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

    private final boolean opened;

    private AddressOnly(HttpServletRequest request, @Nullable String query, boolean opened) {
        super(request);
        this.opened = opened;
        for (String pair : StringUtils.tokenizeToStringArray(query, "&")) {
            String[] halves = pair.split("=", 2);
            this.parameters.add(decode(halves[0]), (halves.length > 1) ? decode(halves[1]) : "");
        }
    }

    /** The request with the parameters of its own address. */
    public static AddressOnly of(HttpServletRequest request) {
        return new AddressOnly(request, request.getQueryString(), false);
    }

    /**
     * The request as if a page had only been opened: without its form.
     * @param query of the page's address, encoded; null if there is none
     */
    public static AddressOnly opened(HttpServletRequest request, @Nullable String query) {
        return new AddressOnly(request, query, true);
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
    public String getMethod() {
        return this.opened ? HttpMethod.GET.name() : super.getMethod();
    }

    @Override
    public @Nullable String getContentType() {
        return this.opened ? null : super.getContentType();
    }

    @Override
    public @Nullable String getParameter(String name) {
        return this.parameters.getFirst(name);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(this.parameters.keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = new LinkedHashMap<>();
        this.parameters.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
        return all;
    }

}
