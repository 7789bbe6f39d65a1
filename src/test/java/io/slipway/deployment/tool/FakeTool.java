package io.slipway.deployment.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A tool that answers as it was told to, in order, the last again and again; it keeps
 * what it was asked. It stands where tests may reach one.
 */
public final class FakeTool implements AutoCloseable {

    private final HttpServer server;

    private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();

    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /**
     * A tool.
     * @param address where it stands, at a port of this machine
     */
    public FakeTool(String address) {
        try {
            this.server = HttpServer.create(new InetSocketAddress("localhost", URI.create(address).getPort()), 0);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        this.server.createContext("/", this::answer);
        this.server.setExecutor(Executors.newCachedThreadPool((task) -> {
            Thread thread = new Thread(task, "fake-tool");
            thread.setDaemon(true);
            return thread;
        }));
        this.server.start();
    }

    /**
     * Answers a request next.
     * @param request method and path, such as {@code GET /a}; queries do not count
     */
    public FakeTool on(String request, int status, String body) {
        return on(request, new Answer(status, body, Map.of(), false));
    }

    /** Answers with headers. */
    public FakeTool on(String request, int status, String body, Map<String, String> headers) {
        return on(request, new Answer(status, body, headers, false));
    }

    /** Hears a request, and hangs up without an answer. */
    public FakeTool hangUpOn(String request) {
        return on(request, new Answer(0, "", Map.of(), true));
    }

    /** Forgets how requests are answered. */
    public FakeTool forget(String request) {
        this.answers.remove(request);
        return this;
    }

    private FakeTool on(String request, Answer answer) {
        this.answers.computeIfAbsent(request, (any) -> new ArrayList<>()).add(answer);
        return this;
    }

    /** What it was asked so far, with a method and path. */
    public List<Asked> asked(String request) {
        return this.asked.stream().filter((one) -> one.request().equals(request)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders()
            .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        this.asked.add(new Asked(request, String.valueOf(exchange.getRequestURI().getRawQuery()), headers, body));
        Answer answer = next(request);
        if (answer.hangUp()) {
            exchange.close();
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), (bytes.length == 0) ? -1 : bytes.length);
        try {
            exchange.getResponseBody().write(bytes);
        }
        catch (IOException ex) {
            // Whoever asked hung up, as they may.
        }
        exchange.close();
    }

    private synchronized Answer next(String request) {
        List<Answer> planned = this.answers.getOrDefault(request, List.of());
        if (planned.isEmpty()) {
            return new Answer(404, "{\"message\":\"Not Found\"}", Map.of(), false);
        }
        return (planned.size() > 1) ? planned.remove(0) : planned.get(0);
    }

    @Override
    public void close() {
        this.server.stop(0);
    }

    private record Answer(int status, String body, Map<String, String> headers, boolean hangUp) {
    }

    /**
     * What it was asked.
     *
     * @param request method and path
     * @param headers by names in small letters
     */
    public record Asked(String request, String query, Map<String, String> headers, String body) {
    }

}
