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

    private final EmbeddedMariaDb server;

    private GrantedServer(EmbeddedMariaDb server) {
        this.server = server;
    }

    /**
     * Starts a server; one at a time in each virtual machine.
     * @param options options of the server, such as {@code --log-bin=binlog}
     */
    public static GrantedServer start(String... options) {
        Path directory = Path.of("target/mariadb-granted-" + System.getProperty("slipway.test.fork", "1"));
        try {
            FileSystemUtils.deleteRecursively(directory.resolve("data"));
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<String> all = new ArrayList<>(List.of("--skip-grant-tables=0"));
        all.addAll(List.of(options));
        return new GrantedServer(EmbeddedMariaDb.start(new DatabaseProperties(directory, null, false), 0, all));
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
