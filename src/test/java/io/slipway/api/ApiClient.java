package io.slipway.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A tool that calls the REST interface through a socket, by token, by HTTP Basic or as
 * nobody.
 */
final class ApiClient {

    private final HttpClient client = HttpClient.newHttpClient();

    private final String address;

    private final @Nullable String credentials;

    private ApiClient(int port, @Nullable String credentials) {
        this.address = "http://localhost:" + port;
        this.credentials = credentials;
    }

    static ApiClient stranger(int port) {
        return new ApiClient(port, null);
    }

    static ApiClient of(int port, String userName) {
        return of(port, userName, "slipway-demo");
    }

    static ApiClient of(int port, String userName, String password) {
        return new ApiClient(port, "Basic "
                + Base64.getEncoder().encodeToString((userName + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    static ApiClient bearer(int port, String token) {
        return new ApiClient(port, "Bearer " + token);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> get(String path, String accept) {
        return send(request(path).setHeader("Accept", accept).GET());
    }

    HttpResponse<String> send(String method, String path, String type, String body, String... headers) {
        return send(with(request(path).header("Content-Type", type), headers).method(method,
                BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return send(with(request(path).header("Content-Type", "application/json"), headers)
            .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> get(String path, String[] headers) {
        return send(with(request(path), headers).GET());
    }

    HttpResponse<String> delete(String path, String... headers) {
        return send(with(request(path), headers).DELETE());
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    HttpResponse<String> send(String method, String path, String type, String body, String header, String value) {
        return send(request(path).header("Content-Type", type)
            .header(header, value)
            .method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> stream(String method, String path, String type, byte[] body) {
        return send(request(path).header("Content-Type", type)
            .method(method, BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + path));
        return (this.credentials != null) ? request.header("Authorization", this.credentials) : request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
        catch (IOException ex) {
            throw new AssertionError("The portal does not answer", ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", ex);
        }
    }

    /** The body of an answer, which has to be a problem document of that status. */
    static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        for (String name : new String[] { "type", "title", "detail", "instance" }) {
            assertThat(problem.path(name).asText()).as(name).isNotBlank();
        }
        return problem;
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        }
        catch (JsonProcessingException ex) {
            throw new AssertionError(answer.body(), ex);
        }
    }

}
