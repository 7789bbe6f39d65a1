package io.slipway.database;

import java.sql.Connection;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.ServletException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Outages are known by what a real MariaDB says, also when a rollback hides it.
 */
class OutageSightTests {

    private final HikariDataSource pool = new HikariDataSource();

    private final JdbcTemplate database = new JdbcTemplate(this.pool);

    private final TransactionTemplate transaction = new TransactionTemplate(
            new DataSourceTransactionManager(this.pool));

    @BeforeEach
    void open() {
        this.pool.setJdbcUrl(TestDatabase.emptySchema());
        this.pool.setUsername(EmbeddedMariaDb.USER);
        this.pool.setExceptionOverrideClassName(OutageSight.class.getName());
        OutageSight.open(true);
    }

    @AfterEach
    void close() {
        OutageSight.close();
        this.pool.close();
    }

    @Test
    void knowsALockThatWasWaitedForInVain() throws SQLException {
        this.database.execute("create table locked (id int primary key) engine = InnoDB");
        this.database.execute("insert into locked values (1)");
        try (Connection other = this.pool.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select id from locked for update");
            assertThat(outage(() -> this.database.execute("select id from locked for update nowait")))
                .hasMessageContaining("Lock wait");
            other.rollback();
        }
    }

    @Test
    void knowsATableThatIsFullAndThatItCanBeRead() {
        Throwable failure = catchThrowable(() -> this.transaction.executeWithoutResult((status) -> {
            this.database.execute("set max_heap_table_size = 16384");
            this.database.execute("create table full (text char(255)) engine = memory");
            this.database.execute("insert into full select 'a' from seq_1_to_10000");
        }));
        assertThat(OutageSight.behind(failure)).get().asString().contains("full");
        assertThat(DatabaseOutage.refusesChanges(failure)).isTrue();
    }

    @Test
    void knowsAConnectionThatIsLostInATransaction() {
        assertThat(outage(this::loseConnection)).isInstanceOf(SQLException.class);
    }

    @Test
    void knowsWhatARollbackHides() {
        catchThrowable(this::loseConnection);
        assertThat(OutageSight.behind(new ServletException(new UnexpectedRollbackException("marked")))).isPresent();
        assertThat(OutageSight.behind(new IllegalStateException("another failure"))).isEmpty();
        OutageSight.open(true);
        assertThat(OutageSight.behind(new UnexpectedRollbackException("marked"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 1290, 1836, 1021, 1114, 1026, 1040, 1041, 1205, 1927 })
    void knowsTheErrorWhereverItHangs(int number) {
        SQLException error = new SQLException("no", "HY000", number);
        TransactionSystemException rollback = new TransactionSystemException("rollback failed");
        rollback.initApplicationException(new IllegalStateException(error));
        assertThat(DatabaseOutage.isBehind(rollback)).isTrue();
        Exception suppressing = new Exception("close failed");
        suppressing.addSuppressed(error);
        assertThat(DatabaseOutage.isBehind(new ServletException(suppressing))).isTrue();
        SQLException batch = new SQLException("batch", "HY000", 1);
        batch.setNextException(error);
        assertThat(DatabaseOutage.isBehind(batch)).isTrue();
    }

    @Test
    void leavesToOurExceptionsWhatTheyJudged() {
        assertThat(DatabaseOutage.isBehind(new Judged(new SQLException("no", "HY000", 1205)))).isFalse();
        assertThat(DatabaseOutage.isBehind(new SQLException("duplicate", "23000", 1062))).isFalse();
    }

    private void loseConnection() {
        this.transaction.executeWithoutResult((status) -> {
            Long id = this.database.queryForObject("select connection_id()", Long.class);
            this.database.update("kill connection " + id);
            this.database.queryForObject("select 1", Integer.class);
        });
    }

    private static Throwable outage(ThrowingCallable act) {
        return OutageSight.behind(catchThrowable(act)).orElseThrow();
    }

    /** An exception of the portal's own. */
    private static final class Judged extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Judged(Throwable cause) {
            super(cause);
        }

    }

}
