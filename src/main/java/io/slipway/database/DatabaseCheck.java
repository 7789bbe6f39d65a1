package io.slipway.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Asks a database once whether it is there, so that a wrong address or password is told
 * in one line instead of a hundred.
 */
final class DatabaseCheck {

    private DatabaseCheck() {
    }

    static void requireAnswer(String url, @Nullable String user, @Nullable String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.isValid(5);
        }
        catch (SQLException refused) {
            throw new StartupException("the database at %s does not answer (%s). Check that it runs, and"
                .formatted(withoutOptions(url), rootMessage(refused))
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
