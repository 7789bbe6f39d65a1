package io.slipway.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

import org.hibernate.exception.JDBCConnectionException;

import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Tells a failure that comes from a database that cannot be reached from all others.
 */
final class DatabaseOutage {

    /** The class of SQL states that speak of the connection. */
    private static final String CONNECTION_STATES = "08";

    private DatabaseOutage() {
    }

    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotGetJdbcConnectionException || cause instanceof JDBCConnectionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLRecoverableException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(CONNECTION_STATES)) {
                return true;
            }
        }
        return false;
    }

}
