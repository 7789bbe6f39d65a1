package io.slipway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.slipway.SlipwayApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The portal on a MariaDB with binary log, as the two users whom the handed out script
 * makes: one migrates, the other works and cannot alter what is only ever added to.
 */
class DatabaseUsersTests {

    private static GrantedServer server;

    private static ConfigurableApplicationContext portal;

    @BeforeAll
    static void startsAsTwoUsers() throws IOException, SQLException {
        server = GrantedServer.start("--log-bin=binlog");
        try (Connection root = server.connect("?allowMultiQueries=true", EmbeddedMariaDb.USER, "");
                Statement statement = root.createStatement()) {
            statement.execute(Files.readString(Path.of("docker/database/users.sql")));
        }
        server.execute("set global log_bin_trust_function_creators = 0");
        assertThatExceptionOfType(StartupException.class).isThrownBy(DatabaseUsersTests::start)
            .withMessageContaining("log_bin_trust_function_creators=1")
            .withMessageNotContaining("\n");
        server.execute("set global log_bin_trust_function_creators = 1");
        portal = start();
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(SlipwayApplication.class).profiles("test")
            .initializers(new DatabaseInitializer())
            .run("--server.port=0", "--spring.jmx.enabled=false", "--spring.datasource.url=" + server.url("slipway"),
                    "--spring.datasource.username=slipway", "--spring.datasource.password=working-password",
                    "--spring.liquibase.user=slipway_migration", "--spring.liquibase.password=migration-password");
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.close();
        }
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "update audit_entries set actor = 'nobody'", "delete from audit_entries",
            "truncate table audit_entries", "drop table audit_entries", "alter table audit_entries drop column actor",
            "drop trigger audit_entries_no_delete", "create or replace table audit_entries (id int)",
            "rename table audit_entries to hidden", "update baseline_items set record = ''",
            "delete from DATABASECHANGELOG", "drop table ACT_RU_TASK" })
    void refusesWhatWouldAlterTheRecord(String statement) throws SQLException {
        try (Connection working = working()) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> working.createStatement().execute(statement))
                .withMessageContaining("command denied");
        }
    }

    @Test
    void keepsTheRecordAndWorks() throws SQLException {
        try (Connection working = working(); Statement statement = working.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select count(*) from audit_entries")) {
                assertThat(rows.next() && rows.getInt(1) > 0).isTrue();
            }
            assertThat(statement.executeUpdate("update people set version = version")).isPositive();
            statement.executeUpdate("delete from ACT_RU_TASK where ID_ = 'none'");
        }
    }

    @Test
    void saysWhenTheWorkingUserCouldAlterTheRecord() throws SQLException {
        HealthIndicator rights = portal.getBean("databaseRights", HealthIndicator.class);
        assertThat(rights.getHealth(true).getDetails()).isEmpty();
        server.execute("grant delete on `sli%`.* to slipway");
        try (Connection working = working()) {
            assertThat(WorkingRights.tooMuch(working)).singleElement().asString().contains("DELETE ON `sli%`.*");
        }
        finally {
            server.execute("revoke delete on `sli%`.* from slipway");
        }
        assertThat(rights.getHealth(true).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void takesBackWhatWasGivenByHand() throws SQLException {
        server.execute("grant update, delete on slipway.audit_entries to slipway");
        try (Connection working = working();
                Connection migrating = server.connect("slipway", "slipway_migration", "migration-password")) {
            assertThat(WorkingRights.tooMuch(working)).isNotEmpty();
            WorkingRights.adjust(migrating, working);
            assertThat(WorkingRights.tooMuch(working)).isEmpty();
        }
    }

    private static Connection working() throws SQLException {
        return server.connect("slipway", "slipway", "working-password");
    }

}
