package io.slipway.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import com.zaxxer.hikari.SQLExceptionOverride;
import org.jspecify.annotations.Nullable;

/**
 * Sees every error that the database tells the pool, so that a request still knows of an
 * outage when the failure that reaches its end does not: a rollback on a lost connection
 * says only that the connection is closed, and a transaction that could only be rolled
 * back says nothing at all. The pool makes it by its name.
 */
public final class OutageSight implements SQLExceptionOverride {

    private static final ThreadLocal<Sight> request = new ThreadLocal<>();

    private static final AtomicLong refusedChanges = new AtomicLong();

    @java.lang.Override
    public Override adjudicate(SQLException error) {
        if (DatabaseOutage.isBehind(error)) {
            Sight sight = request.get();
            if (sight != null) {
                sight.seen = error;
            }
            if (DatabaseOutage.refusesChanges(error)) {
                refusedChanges.incrementAndGet();
            }
        }
        return Override.CONTINUE_EVICT;
    }

    /** How many changes the database has refused to anybody here. */
    static long refusedChanges() {
        return refusedChanges.get();
    }

    /**
     * Begins to look at what this thread meets.
     * @param reading whether it serves a request that asks for no change
     */
    static void open(boolean reading) {
        request.set(new Sight(reading));
    }

    /** Tells whether this thread serves a request that asks for no change. */
    static boolean isReading() {
        Sight sight = request.get();
        return sight != null && sight.reading;
    }

    static void close() {
        request.remove();
    }

    /**
     * The outage behind a failure, whether the failure tells it or this thread has met it
     * on the way.
     */
    static Optional<Throwable> behind(Throwable failure) {
        Optional<Throwable> told = DatabaseOutage.cause(failure);
        Sight sight = request.get();
        return (told.isEmpty() && sight != null && DatabaseOutage.mayHide(failure)) ? Optional.ofNullable(sight.seen)
                : told;
    }

    /** What one thread has met since it began to look. */
    private static final class Sight {

        private final boolean reading;

        private @Nullable Throwable seen;

        Sight(boolean reading) {
            this.reading = reading;
        }

    }

}
