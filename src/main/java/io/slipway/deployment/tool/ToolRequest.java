package io.slipway.deployment.tool;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import io.slipway.sql.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a tool is asked.
 *
 * @param body what is sent; null for nothing
 */
public record ToolRequest(String method, String address, Map<String, String> headers, byte @Nullable [] body) {

    /** One that only reads. */
    public static ToolRequest get(String address) {
        return new ToolRequest("GET", address, Map.of("Accept", "application/json"), null);
    }

    /** One that sends JSON. */
    public static ToolRequest post(String address, Object json) {
        return new ToolRequest("POST", address,
                Map.of("Accept", "application/json", "Content-Type", "application/json"),
                Json.text(json).getBytes(StandardCharsets.UTF_8));
    }

    /** One that sends a form. */
    public static ToolRequest form(String address, Map<String, String> fields) {
        return new ToolRequest("POST", address,
                Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded"),
                Encoding.form(fields).getBytes(StandardCharsets.UTF_8));
    }

    /** The same, with one header more. */
    public ToolRequest with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(this.headers);
        more.put(header, value);
        return new ToolRequest(this.method, this.address, more, this.body);
    }

    /** The same, with a token, if there is one. */
    public ToolRequest bearer(String token) {
        return token.isEmpty() ? this : with("Authorization", "Bearer " + token);
    }

    /** The same, with a user and a password with a colon between, if there are any. */
    public ToolRequest basic(String user) {
        return user.isEmpty() ? this : with("Authorization",
                "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

}
