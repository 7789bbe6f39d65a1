package io.slipway.drills;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.slipway.SlipwayApplication;
import org.awaitility.Awaitility;

/**
 * A node of the portal: a process with the classes of this build, which can be asked to
 * stop or be killed, and comes again on the same port.
 */
final class Node {

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;

    private final int port;

    private final Map<String, String> environment;

    private final List<String> settings;

    private Process process;

    private Node(String name, int port, Map<String, String> environment, List<String> settings) {
        this.name = name;
        this.port = port;
        this.environment = environment;
        this.settings = settings;
        this.process = launch();
    }

    /**
     * Starts a node and waits until it is ready.
     * @param settings options of the portal
     */
    static Node start(String name, int port, String... settings) {
        return start(name, port, Map.of(), settings);
    }

    /**
     * Starts a node and waits until it is ready.
     * @param environment what its process finds in its environment besides
     * @param settings options of the portal
     */
    static Node start(String name, int port, Map<String, String> environment, String... settings) {
        Node node = new Node(name, port, environment, List.of(settings));
        node.awaitReady();
        return node;
    }

    private Process launch() {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx700m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                SlipwayApplication.class.getName(), "--server.port=" + this.port));
        command.addAll(this.settings);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
        builder.environment().putAll(this.environment);
        try {
            return builder.start();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    File log() {
        return new File("target/drill-" + this.name + ".log");
    }

    String address() {
        return "http://127.0.0.1:" + this.port;
    }

    int port() {
        return this.port;
    }

    boolean ready() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        }
        catch (IOException down) {
            return false;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void awaitReady() {
        Awaitility.await(this.name + " becomes ready").until(() -> {
            if (!this.process.isAlive()) {
                throw new IllegalStateException(this.name + " has ended, see " + log());
            }
            return ready();
        });
    }

    /** As if its machine lost power: kill -9. */
    void kill() {
        this.process.destroyForcibly();
        end();
    }

    /** Asks it to stop, and waits until it has. */
    void stop() {
        this.process.destroy();
        end();
    }

    private void end() {
        try {
            this.process.waitFor();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    void startAgain() {
        this.process = launch();
        awaitReady();
    }

    /** A port that nobody listens on. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
