package io.slipway.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * One of the two users that the portal can be at its database: the one that works, and
 * the one that migrates. Where only one is given, it is both.
 */
record DatabaseUser(String url, @Nullable String name, @Nullable String password) {

    static DatabaseUser working(Environment environment) {
        return of(environment, "spring.datasource.url", "spring.datasource.username", "spring.datasource.password");
    }

    static DatabaseUser migrating(Environment environment) {
        return of(environment, "spring.liquibase.url", "spring.liquibase.user", "spring.liquibase.password");
    }

    private static DatabaseUser of(Environment environment, String url, String name, String password) {
        return new DatabaseUser(environment.getProperty(url, ""), environment.getProperty(name),
                environment.getProperty(password));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(this.url, this.name, this.password);
    }

    @Override
    public String toString() {
        return this.name + " at " + address();
    }

    /** The URL without its options, which may hold secrets. */
    String address() {
        return this.url.split("\\?", 2)[0];
    }

}
