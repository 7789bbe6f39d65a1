package io.slipway.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.FileSystemUtils;

/**
 * A MariaDB of a test's own that checks who may do what, as a server in production does,
 * with whatever options the test is about. It begins without data. {@code root} needs no
 * password.
 */
public final class GrantedServer implements AutoCloseable {

    private final DatabaseProperties properties;

    private final List<String> options;

    private EmbeddedMariaDb server;

    private GrantedServer(DatabaseProperties properties, List<String> options) {
        this.properties = properties;
        this.options = options;
        this.server = EmbeddedMariaDb.start(properties, 0, options);
    }

    /**
     * Starts a server; one at a time in each virtual machine.
     * @param options options of the server, such as {@code --log-bin=binlog}
     */
    public static GrantedServer start(String... options) {
        return in(Path.of("target/mariadb-granted-" + System.getProperty("slipway.test.fork", "1")), false, options);
    }

    /**
     * Starts a server whose data are in a place of the caller's choice.
     * @param durable whether a commit survives the end of its process, however it ends
     */
    public static GrantedServer in(Path directory, boolean durable, String... options) {
        try {
            FileSystemUtils.deleteRecursively(directory.resolve("data"));
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<String> all = new ArrayList<>(List.of("--skip-grant-tables=0"));
        all.addAll(List.of(options));
        return new GrantedServer(new DatabaseProperties(directory, null, durable), all);
    }

    /** Ends it as if its machine lost power: kill -9. */
    public void kill() {
        String port = "--port=" + port();
        ProcessHandle.current()
            .descendants()
            .filter((process) -> process.info().commandLine().filter((command) -> command.contains(port)).isPresent())
            .forEach(ProcessHandle::destroyForcibly);
        this.server.close();
    }

    /** Starts it again on its data and its port. */
    public void startAgain() {
        this.server = EmbeddedMariaDb.start(this.properties, port(), this.options);
    }

    /** The address of a schema, which must exist; empty for none. */
    public String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port() + "/" + schema;
    }

    public int port() {
        return this.server.port();
    }

    /** Executes statements as {@code root}. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect("", EmbeddedMariaDb.USER, "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public Connection connect(String schema, String user, String password) throws SQLException {
        return DriverManager.getConnection(url(schema), user, password);
    }

    @Override
    public void close() {
        this.server.close();
    }

}
