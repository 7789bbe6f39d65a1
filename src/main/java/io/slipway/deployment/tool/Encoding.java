package io.slipway.deployment.tool;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes texts into addresses and forms.
 */
public final class Encoding {

    private Encoding() {
    }

    /** A text as one part of a path, or a value of a query. */
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet()
            .stream()
            .map((one) -> URLEncoder.encode(one.getKey(), StandardCharsets.UTF_8) + '='
                    + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    }

}
