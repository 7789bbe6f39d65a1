package io.slipway.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.PersistenceException;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a failure that comes from a database that cannot work from all others, by the
 * error numbers of MariaDB. It looks at everything that hangs on a failure, since a
 * rollback that fails too puts itself before the cause.
 */
final class DatabaseOutage {

    /** The class of SQL states that speak of the connection. */
    private static final String CONNECTION_STATES = "08";

    /**
     * Read-only by its administrator, or by the server's kind; disk full; table full;
     * error while writing a file.
     */
    private static final Set<Integer> TAKES_NO_CHANGES = Set.of(1290, 1836, 1021, 1114, 1026);

    /**
     * Too many connections, of all or of this user; out of resources, out of memory, no
     * thread; shutting down; waited too long for a lock; connection killed.
     */
    private static final Set<Integer> CANNOT_WORK = Set.of(1040, 1203, 1226, 1041, 1037, 1135, 1053, 1205, 1927);

    private DatabaseOutage() {
    }

    static boolean isBehind(@Nullable Throwable failure) {
        return cause(failure).isPresent();
    }

    /** Tells whether only changes are refused, while reading goes on. */
    static boolean refusesChanges(@Nullable Throwable failure) {
        return cause(failure).filter(DatabaseOutage::takesNoChanges).isPresent();
    }

    /** What the outage is, deep under a failure; nothing if it is none. */
    static Optional<Throwable> cause(@Nullable Throwable failure) {
        return reached(failure).stream().filter(DatabaseOutage::isOutage).findFirst();
    }

    /**
     * Tells whether something went wrong between us and the database that does not say
     * why, such as a transaction that could only be rolled back.
     */
    static boolean mayHide(Throwable failure) {
        return reached(failure).stream()
            .anyMatch((one) -> one instanceof TransactionException || one instanceof PersistenceException
                    || one instanceof DataAccessException || one instanceof SQLException);
    }

    /**
     * All that hangs on a failure, but nothing beneath our own exceptions: whoever threw
     * those has judged what was beneath.
     */
    private static Set<Throwable> reached(@Nullable Throwable failure) {
        Set<Throwable> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> left = new ArrayDeque<>();
        add(left, failure);
        while (!left.isEmpty()) {
            Throwable one = left.remove();
            if (one.getClass().getName().startsWith("io.slipway.") || !reached.add(one)) {
                continue;
            }
            add(left, one.getCause());
            add(left, (one instanceof SQLException sql) ? sql.getNextException() : null);
            add(left, (one instanceof TransactionSystemException rollback) ? rollback.getApplicationException() : null);
            left.addAll(List.of(one.getSuppressed()));
        }
        return reached;
    }

    private static void add(Deque<Throwable> left, @Nullable Throwable more) {
        if (more != null) {
            left.add(more);
        }
    }

    private static boolean isOutage(Throwable one) {
        return one instanceof CannotGetJdbcConnectionException || one instanceof JDBCConnectionException
                || one instanceof SQLTransientConnectionException || one instanceof SQLNonTransientConnectionException
                || one instanceof SQLRecoverableException || takesNoChanges(one)
                || (one instanceof SQLException sql && (CANNOT_WORK.contains(sql.getErrorCode())
                        || (sql.getSQLState() != null && sql.getSQLState().startsWith(CONNECTION_STATES))));
    }

    private static boolean takesNoChanges(Throwable one) {
        return one instanceof SQLException sql && TAKES_NO_CHANGES.contains(sql.getErrorCode());
    }

}
