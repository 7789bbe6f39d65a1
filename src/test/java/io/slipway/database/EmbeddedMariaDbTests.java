package io.slipway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The embedded server keeps its data, heals an interrupted first start, and belongs to
 * one portal at a time.
 */
class EmbeddedMariaDbTests {

    private final Path directory = Path.of("target/mariadb-embedded");

    @BeforeEach
    void forgetDataOfTheLastRun() throws IOException {
        FileSystemUtils.deleteRecursively(this.directory.resolve("data"));
    }

    @Test
    void keepsItsDataBetweenRuns() throws SQLException {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(this.directory, true)) {
            execute(server, "create table kept (word varchar(20))", "insert into kept values ('yesterday')");
        }
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(this.directory, true);
                Connection connection = connect(server);
                ResultSet rows = connection.createStatement().executeQuery("select word from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("yesterday");
        }
    }

    @Test
    void listensOnlyOnTheLoopbackAddressAndSpeaksAllOfUnicode() throws SQLException {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(this.directory, true);
                Connection connection = connect(server);
                ResultSet rows = connection.createStatement()
                    .executeQuery("select @@bind_address, @@character_set_database, @@innodb_flush_log_at_trx_commit,"
                            + " @@have_ssl")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("127.0.0.1");
            assertThat(rows.getString(2)).isEqualTo("utf8mb4");
            assertThat(rows.getInt(3)).isEqualTo(1);
            assertThat(rows.getString(4)).isNotEqualTo("YES");
        }
    }

    @Test
    void refusesASecondPortalOnTheSameData() {
        try (EmbeddedMariaDb first = EmbeddedMariaDb.start(this.directory, true)) {
            assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> EmbeddedMariaDb.start(this.directory, true))
                .withMessageContaining("another portal")
                .withMessageNotContaining("\n");
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void startsAgainAfterAnInterruptedFirstStart() throws IOException, SQLException {
        EmbeddedMariaDb.start(this.directory, true).close();
        Path programs = this.directory.resolve("mariadb-11.4.5");
        FileSystemUtils.deleteRecursively(this.directory.resolve("data"));
        FileSystemUtils.deleteRecursively(programs);
        Files.createDirectories(this.directory.resolve("mariadb-11.4.5.part/bin"));
        Files.writeString(this.directory.resolve("mariadb-11.4.5.part/bin/mariadbd"), "half a program");
        Files.createDirectories(this.directory.resolve("data.part/mysql"));
        Files.writeString(this.directory.resolve("data.part/ibdata1"), "half a table space");
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(this.directory, true);
                Connection connection = connect(server)) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(this.directory.resolve("mariadb-11.4.5.part")).doesNotExist();
        assertThat(this.directory.resolve("data.part")).doesNotExist();
    }

    private static void execute(EmbeddedMariaDb server, String... statements) throws SQLException {
        try (Connection connection = connect(server); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection connect(EmbeddedMariaDb server) throws SQLException {
        return DriverManager.getConnection(server.url("slipway"), EmbeddedMariaDb.USER, "");
    }

}
