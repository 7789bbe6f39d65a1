package io.slipway.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import liquibase.database.Database;
import liquibase.database.core.MariaDBDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.StandardLockService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one node at a time migrate, by a lock of the server's that ends with its
 * connection: however a migration is killed, it leaves no lock. The row that Liquibase
 * would lock only says who holds it and since when. Found by Liquibase as a service.
 */
public final class MigrationLock extends StandardLockService {

    private static final Logger log = LoggerFactory.getLogger(MigrationLock.class);

    /** The server waits this long for a lock before it answers. */
    private static final int ASK_SECONDS = 5;

    private static final Duration REMIND = Duration.ofMinutes(1);

    @Override
    public int getPriority() {
        return super.getPriority() + 1;
    }

    @Override
    public boolean supports(Database asked) {
        return asked instanceof MariaDBDatabase;
    }

    /**
     * Waits as long as another node migrates, and says who does. Refuses at once where
     * the row is locked: only an older portal locks it, and one that was killed leaves it
     * so.
     */
    @Override
    public void waitForLock() throws LockException {
        Instant told = Instant.MIN;
        boolean held = acquire(0);
        while (!held) {
            if (told.isBefore(Instant.now().minus(REMIND))) {
                log.warn("Waiting for another node to migrate the database: {}", holder());
                told = Instant.now();
            }
            held = acquire(ASK_SECONDS);
        }
    }

    @Override
    public boolean acquireLock() throws LockException {
        return acquire(0);
    }

    private boolean acquire(int seconds) throws LockException {
        if (this.hasChangeLogLock) {
            return true;
        }
        try (PreparedStatement asking = connection().prepareStatement("select get_lock(?, ?)")) {
            asking.setString(1, name());
            asking.setInt(2, seconds);
            try (ResultSet answer = asking.executeQuery()) {
                answer.next();
                this.hasChangeLogLock = answer.getInt(1) == 1;
            }
            if (this.hasChangeLogLock) {
                init();
                refuseLeftover();
                sign();
                this.database.setCanCacheLiquibaseTableInfo(true);
            }
            return this.hasChangeLogLock;
        }
        catch (SQLException | DatabaseException failure) {
            throw new LockException(failure);
        }
    }

    private void refuseLeftover() throws LockException {
        String holder = rowHolder("locked");
        if (holder != null) {
            releaseLock();
            throw new StartupException("the lock of an older portal's migration is still there: " + holder + ". If"
                    + " no such portal is migrating now, it was killed: look that its last change is whole, then"
                    + " execute UPDATE DATABASECHANGELOGLOCK SET LOCKED = 0 and start again.");
        }
    }

    private void sign() throws SQLException, DatabaseException {
        try (PreparedStatement signing = connection().prepareStatement(
                "update DATABASECHANGELOGLOCK set lockgranted = current_timestamp, lockedby = ? where id = 1")) {
            signing.setString(1, node());
            signing.executeUpdate();
        }
        this.database.commit();
    }

    private static String node() {
        String process = "process " + ProcessHandle.current().pid();
        try {
            return process + " on " + InetAddress.getLocalHost().getHostName();
        }
        catch (UnknownHostException nameless) {
            return process;
        }
    }

    /**
     * Names the connection too: it may outlive a machine that lost its network, until the
     * server notices.
     */
    private String holder() throws LockException {
        String holder = rowHolder("is_used_lock('" + name() + "') is not null");
        return ((holder != null) ? holder : "it has only just begun") + ". If that node is gone, execute KILL "
                + connectionOfHolder();
    }

    private String connectionOfHolder() throws LockException {
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery("select is_used_lock('" + name() + "')")) {
            row.next();
            return row.getString(1);
        }
        catch (SQLException failure) {
            throw new LockException(failure);
        }
    }

    /** Who signed the row, and how long ago; null where it is not so. */
    private @Nullable String rowHolder(String condition) throws LockException {
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery(
                        "select lockedby, timestampdiff(second, lockgranted, current_timestamp) from DATABASECHANGELOGLOCK"
                                + " where id = 1 and lockedby is not null and " + condition)) {
            return row.next() ? row.getString(1) + ", begun " + age(row.getLong(2)) : null;
        }
        catch (SQLException noTableYet) {
            log.debug("No lock table", noTableYet);
            return null;
        }
    }

    private static String age(long seconds) {
        return Duration.ofSeconds(seconds).toString().substring(2).toLowerCase(Locale.ROOT) + " ago";
    }

    @Override
    public void releaseLock() throws LockException {
        try (PreparedStatement releasing = connection().prepareStatement("select release_lock(?)")) {
            releasing.setString(1, name());
            releasing.executeQuery().close();
            this.database.commit();
        }
        catch (SQLException | DatabaseException failure) {
            throw new LockException(failure);
        }
        finally {
            this.hasChangeLogLock = false;
            this.database.setCanCacheLiquibaseTableInfo(false);
        }
    }

    /** None can be left over. */
    @Override
    public DatabaseChangeLogLock[] listLocks() {
        return new DatabaseChangeLogLock[0];
    }

    private Connection connection() {
        return ((JdbcConnection) this.database.getConnection()).getUnderlyingConnection();
    }

    /** Locks belong to the whole server, and their names end at 64 characters. */
    private String name() {
        String name = "slipway-migration-" + this.database.getDefaultCatalogName();
        return name.substring(Math.max(0, name.length() - 64));
    }

}
