package io.slipway.surface;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.slipway.test.Visitor;

/**
 * Somebody who calls any address in any way, by session, by token, by name, or as nobody.
 */
final class Caller {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;

    private final String[] credentials;

    private Caller(int port, String... credentials) {
        this.address = "http://localhost:" + port;
        this.credentials = credentials;
    }

    static Caller nobody(int port) {
        return new Caller(port);
    }

    static Caller session(int port, String userName) {
        String session = new Visitor(port).signIn(userName).session().orElseThrow();
        return new Caller(port, "Cookie", "SESSION=" + session);
    }

    static Caller basic(int port, String userName) {
        return new Caller(port, "Authorization", "Basic "
                + Base64.getEncoder().encodeToString((userName + ":slipway-demo").getBytes(StandardCharsets.UTF_8)));
    }

    static Caller bearer(int port, String token) {
        return new Caller(port, "Authorization", "Bearer " + token);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", path.startsWith("/api/") ? "*/*" : "text/html,*/*").GET().build());
    }

    HttpResponse<String> send(String method, String path, String type, String body, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
        return send(((headers.length > 0) ? request.headers(headers) : request).build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + path));
        return (this.credentials.length > 0) ? request.headers(this.credentials) : request;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        }
        catch (IOException ex) {
            throw new AssertionError(request.method() + " " + request.uri() + " is not answered", ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", ex);
        }
    }

}
