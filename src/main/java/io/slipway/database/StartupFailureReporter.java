package io.slipway.database;

import java.sql.SQLException;

import liquibase.exception.MigrationFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Turns a {@link StartupException}, or a migration that failed, into one line of the log,
 * where a stack trace would hide what the operator has to do.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupFailureReporter implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(StartupFailureReporter.class);

    StartupFailureReporter(@Nullable ConfigurableApplicationContext context) {
    }

    @Override
    public boolean reportException(Throwable failure) {
        String reason = reason(failure);
        if (reason != null) {
            log.error("Slipway cannot start: {}", reason);
        }
        return reason != null;
    }

    static @Nullable String reason(Throwable failure) {
        String migration = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupException) {
                return cause.getMessage();
            }
            if (cause instanceof MigrationFailedException) {
                migration = "the database could not be migrated: ";
            }
            if (migration != null && cause instanceof SQLException refusal) {
                return migration + remedy(refusal);
            }
        }
        return null;
    }

    private static String remedy(SQLException refusal) {
        String message = DatabaseCheck.oneLine(refusal);
        return switch (refusal.getErrorCode()) {
            case 1419 -> DatabaseCheck.TRIGGERS_REFUSED;
            // Something exists already: table, column, key, trigger, constraint
            case 1050, 1060, 1061, 1359, 1826 -> "a migration was killed in the middle of a step (" + message
                    + "). Restore the backup that was taken before it; where it was the first start, make the schema"
                    + " anew, or delete the folder .slipway of the embedded database.";
            default -> "the server refused: " + message;
        };
    }

}
