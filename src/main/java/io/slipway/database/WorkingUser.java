package io.slipway.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Sees, after each migration and before anything works, that the working user has the
 * rights it needs; and says, in the log and in the health of the portal, when it has
 * rights by which the audit record could be altered.
 */
@Component("databaseRights")
class WorkingUser implements InitializingBean, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(WorkingUser.class);

    private final Environment environment;

    private List<String> tooMuch = List.of();

    WorkingUser(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void afterPropertiesSet() {
        if (this.environment.getProperty(DatabaseInitializer.EMBEDDED, Boolean.class, false)) {
            return;
        }
        DatabaseUser working = DatabaseUser.working(this.environment);
        DatabaseUser migrating = DatabaseUser.migrating(this.environment);
        try (Connection connection = working.connect()) {
            if (migratesAs(migrating) && !Objects.equals(migrating.name(), working.name())) {
                adjust(migrating, connection);
            }
            this.tooMuch = WorkingRights.tooMuch(connection);
        }
        catch (SQLException failure) {
            throw new StartupException("the rights of the database user %s cannot be settled (%s)."
                .formatted(working.name(), DatabaseCheck.oneLine(failure))
                    + " The rights that both users need are in docker/database/users.sql.");
        }
        if (!this.tooMuch.isEmpty()) {
            log.warn(
                    "The database user {} could alter the audit record: {}. Let a user of its own migrate"
                            + " (SLIPWAY_MIGRATION_USER), and this one have the rights of docker/database/users.sql.",
                    working.name(), this.tooMuch);
        }
    }

    private boolean migratesAs(DatabaseUser migrating) {
        return this.environment.getProperty("spring.liquibase.enabled", Boolean.class, true)
                && migrating.name() != null;
    }

    private static void adjust(DatabaseUser migrating, Connection working) throws SQLException {
        try (Connection connection = migrating.connect()) {
            WorkingRights.adjust(connection, working);
        }
    }

    /** Up in any case: too many rights stop nobody from working. */
    @Override
    public Health health() {
        Health.Builder health = Health.up();
        return (this.tooMuch.isEmpty() ? health : health.withDetail("tooMuch", this.tooMuch)).build();
    }

}
