package io.slipway.database;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.slipway.test.Patience;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Nodes that start at once migrate one after the other, and one that dies in the middle
 * holds up nobody.
 */
@ExtendWith(OutputCaptureExtension.class)
class MigrationLockTests {

    private final DriverManagerDataSource schema = new DriverManagerDataSource(TestDatabase.emptySchema(),
            EmbeddedMariaDb.USER, "");

    private final JdbcTemplate database = new JdbcTemplate(this.schema);

    @Test
    void endsWithTheConnectionOfAKilledMigrationAndNamesItUntilThen(CapturedOutput output)
            throws InterruptedException, ExecutionException {
        CompletableFuture<Boolean> killed = node(() -> migrates(3600));
        long connection = Awaitility.await().until(this::sleeping, (id) -> id > 0);
        CompletableFuture<Boolean> second = node(() -> migrates(0));
        Awaitility.await()
            .until(() -> output.toString().contains("Waiting for another node to migrate the database: process "));
        assertThat(output.toString()).contains("If that node is gone, execute KILL " + connection);
        assertThat(second).isNotDone();

        this.database.execute("kill " + connection);

        assertThat(killed.get()).isFalse();
        assertThat(second.orTimeout(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS).get()).isTrue();
        assertThat(migrates(0)).isTrue();
    }

    @Test
    void refusesTheLeftoverOfAnOlderPortalInOneLine() {
        assertThat(migrates(0)).isTrue();
        this.database.update("update DATABASECHANGELOGLOCK set locked = 1, lockedby = 'old-node (10.0.0.7)',"
                + " lockgranted = current_timestamp - interval 3 hour");
        assertThatExceptionOfType(LiquibaseException.class).isThrownBy(() -> migrate(0))
            .havingRootCause()
            .isInstanceOf(StartupException.class)
            .withMessageContaining("old-node (10.0.0.7), begun 3h ago")
            .withMessageContaining("UPDATE DATABASECHANGELOGLOCK SET LOCKED = 0")
            .withMessageNotContaining("\n");
        this.database.update("update DATABASECHANGELOGLOCK set locked = 0");
        assertThat(migrates(0)).isTrue();
    }

    /**
     * Two nodes never share what Liquibase keeps for a thread and hands down to the
     * threads that it starts: each is a thread that inherits nothing.
     */
    private static CompletableFuture<Boolean> node(Supplier<Boolean> migration) {
        CompletableFuture<Boolean> migrated = new CompletableFuture<>();
        new Thread(null, () -> migrated.complete(migration.get()), "node", 0, false).start();
        return migrated;
    }

    private long sleeping() {
        List<Long> ids = this.database.queryForList(
                "select id from information_schema.processlist where db = database() and info like 'do sleep%'",
                Long.class);
        return ids.isEmpty() ? 0 : ids.get(0);
    }

    private boolean migrates(int seconds) {
        try {
            migrate(seconds);
            return true;
        }
        catch (LiquibaseException failure) {
            return false;
        }
    }

    private void migrate(int seconds) throws LiquibaseException {
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(this.schema);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:db/sleeping.sql");
        liquibase.setChangeLogParameters(Map.of("seconds", String.valueOf(seconds)));
        liquibase.afterPropertiesSet();
    }

}
