package io.slipway.database;

import java.sql.DriverManager;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Asks a database once whether it is there, so that a wrong address or password is told
 * in one line instead of a hundred.
 */
final class DatabaseCheck {

    private static final int PATIENCE_SECONDS = 10;

    private DatabaseCheck() {
    }

    static void requireAnswer(String url, @Nullable String user, @Nullable String password) {
        DriverManager.setLoginTimeout(PATIENCE_SECONDS);
        try {
            DriverManager.getConnection(url, user, password).close();
        }
        catch (SQLException refused) {
            throw new StartupException("the database at %s cannot be used (%s). Check that it runs, and"
                .formatted(withoutOptions(url), rootMessage(refused).replace(url, withoutOptions(url)))
                    + " SLIPWAY_DATABASE_URL, SLIPWAY_DATABASE_USER and SLIPWAY_DATABASE_PASSWORD.");
        }
    }

    private static String withoutOptions(String url) {
        return url.split("\\?", 2)[0];
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    }

}
