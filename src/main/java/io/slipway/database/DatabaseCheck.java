package io.slipway.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a database once whether it is there and set as it must be, so that a wrong
 * address, password or setting is told in one line before anything is changed.
 */
final class DatabaseCheck {

    static final String TRIGGERS_REFUSED = "the server keeps a binary log and lets only trusted users make the"
            + " triggers that protect the audit record. Set log_bin_trust_function_creators=1 under [mariadbd] of its"
            + " configuration (now: SET GLOBAL log_bin_trust_function_creators = 1).";

    private static final Logger log = LoggerFactory.getLogger(DatabaseCheck.class);

    private static final int PATIENCE_SECONDS = 10;

    private DatabaseCheck() {
    }

    static void requireAnswer(DatabaseUser user) {
        DriverManager.setLoginTimeout(PATIENCE_SECONDS);
        try {
            user.connect().close();
        }
        catch (SQLException refused) {
            throw new StartupException("the database at %s cannot be used by %s (%s). Check that it runs, and"
                .formatted(user.address(), user.name(), oneLine(refused).replace(user.url(), user.address()))
                    + " SLIPWAY_DATABASE_URL, SLIPWAY_DATABASE_USER and SLIPWAY_DATABASE_PASSWORD, or"
                    + " SLIPWAY_MIGRATION_USER and SLIPWAY_MIGRATION_PASSWORD.");
        }
    }

    /** Refuses a server on which a migration would fail halfway. */
    static void requireSettings(DatabaseUser migrating) {
        try (Connection connection = migrating.connect(); Statement statement = connection.createStatement()) {
            if (!connection.getMetaData().getDatabaseProductName().equals("MariaDB") || !statement
                .executeQuery("select 1 from information_schema.collations"
                        + " where collation_name like '%uca1400_ai_ci' limit 1")
                .next()) {
                throw new StartupException("the database at %s is %s; Slipway needs a MariaDB 10.11 or newer."
                    .formatted(migrating.address(), connection.getMetaData().getDatabaseProductVersion()));
            }
            if (!triggersAllowed(statement)) {
                requireTriggers(statement);
            }
        }
        catch (SQLException failure) {
            throw new StartupException("the settings of the database at %s cannot be read (%s)."
                .formatted(migrating.address(), oneLine(failure)));
        }
    }

    private static boolean triggersAllowed(Statement statement) throws SQLException {
        try (ResultSet allowed = statement
            .executeQuery("select not @@global.log_bin or @@global.log_bin_trust_function_creators"
                    + " or exists (select 1 from information_schema.user_privileges"
                    + " where privilege_type in ('SUPER', 'BINLOG ADMIN')"
                    + " and replace(grantee, '''', '') = current_user())")) {
            return allowed.next() && allowed.getBoolean(1);
        }
    }

    /** Where they are there already, nothing may be to do: a restart goes on. */
    private static void requireTriggers(Statement statement) throws SQLException {
        try (ResultSet there = statement.executeQuery("select 1 from information_schema.triggers"
                + " where trigger_schema = database() and trigger_name = 'audit_entries_no_delete'")) {
            if (!there.next()) {
                throw new StartupException(TRIGGERS_REFUSED);
            }
            log.warn("A later version may not be able to migrate: {}", TRIGGERS_REFUSED);
        }
    }

    static String oneLine(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    }

}
