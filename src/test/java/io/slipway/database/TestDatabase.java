package io.slipway.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives each application context of a test run an empty schema on the one MariaDB of this
 * virtual machine. The server's programs and files stay in {@code target} between runs.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger contexts = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues
            .of("spring.datasource.url=" + emptySchema(), "spring.datasource.username=" + EmbeddedMariaDb.USER,
                    "spring.datasource.password=", DatabaseInitializer.EMBEDDED + "=true")
            .applyTo(context);
    }

    /** The address of a schema without tables. */
    public static String emptySchema() {
        String schema = "slipway_" + contexts.incrementAndGet();
        EmbeddedMariaDb server = Shared.SERVER;
        try (Connection connection = DriverManager.getConnection(server.url(""), EmbeddedMariaDb.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + schema);
        }
        catch (SQLException failure) {
            throw new IllegalStateException("The schema of the last run cannot be dropped", failure);
        }
        return server.url(schema);
    }

    /** Holds the server, started by the first test that needs it. */
    private static final class Shared {

        static final EmbeddedMariaDb SERVER = EmbeddedMariaDb
            .start(Path.of("target/mariadb-" + System.getProperty("slipway.test.fork", "1")), false);

        static {
            SpringApplication.getShutdownHandlers().add(SERVER::close);
        }

        private Shared() {
        }

    }

}
