package io.slipway.test;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Fails the test after which a connection to the database is never given back. Jobs and
 * schedulers may hold one for a moment; who leaks one holds it for ever, and is told
 * once.
 */
class ConnectionsGivenBack implements AfterEachCallback {

    private static volatile int lost;

    @Override
    public void afterEach(ExtensionContext test) throws SQLException {
        HikariPoolMXBean pool = SpringExtension.getApplicationContext(test)
            .getBean(DataSource.class)
            .unwrap(HikariDataSource.class)
            .getHikariPoolMXBean();
        if (pool.getActiveConnections() <= lost) {
            return;
        }
        try {
            Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> pool.getActiveConnections() <= lost);
        }
        catch (ConditionTimeoutException ex) {
            int kept = pool.getActiveConnections() - lost;
            lost += kept;
            throw new AssertionError("%d connections to the database were not given back after %s.%s".formatted(kept,
                    test.getRequiredTestClass().getSimpleName(), test.getDisplayName()), ex);
        }
    }

}
