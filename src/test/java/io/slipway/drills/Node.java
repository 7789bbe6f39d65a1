package io.slipway.drills;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;

/**
 * A node of the portal: a process with the classes of this build, which can be asked to
 * stop or be killed, and comes again on the same port.
 */
final class Node {

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;

    private final int port;

    private final List<String> settings;

    private Process process;

    private Node(String name, int port, List<String> settings, Process process) {
        this.name = name;
        this.port = port;
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts a node and waits until it is ready.
     * @param settings options of Java ({@code -D…}) and of the portal ({@code --…})
     */
    static Node start(String name, int port, String... settings) {
        List<String> all = List.of(settings);
        Node node = new Node(name, port, all, launch(name, port, all));
        node.awaitReady();
        return node;
    }

    private static Process launch(String name, int port, List<String> settings) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx700m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        settings.stream().filter((setting) -> setting.startsWith("-D")).forEach(command::add);
        command.add(DrillPortal.class.getName());
        settings.stream().filter((setting) -> setting.startsWith("--")).forEach(command::add);
        command.add("--server.port=" + port);
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name)))
                .start();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static File log(String name) {
        return new File("target/drill-" + name + ".log");
    }

    File log() {
        return log(this.name);
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
        this.process = launch(this.name, this.port, this.settings);
        awaitReady();
    }

}
