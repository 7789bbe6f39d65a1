package io.slipway.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Knows a pool that will not recover by itself: every connection is taken, threads wait,
 * and for a long time none has come back. Such a node answers nobody until it is started
 * anew, which is what a liveness that is down asks for. A pool that is merely busy gives
 * connections back, and one that lost its database has none that are taken.
 */
class PoolHealth implements HealthIndicator {

    /** Longer than a lock is waited for, and than an answer of the server. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(PoolHealth.class);

    private final Pool pool;

    private final Clock clock;

    private @Nullable Instant stuckSince;

    private long returnedThen;

    PoolHealth(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public synchronized Health health() {
        Instant now = this.clock.instant();
        long returned = this.pool.returned();
        if (!this.pool.exhausted()) {
            this.stuckSince = null;
        }
        else if (this.stuckSince == null || returned != this.returnedThen) {
            this.stuckSince = now;
        }
        this.returnedThen = returned;
        if (this.stuckSince == null || this.stuckSince.plus(PATIENCE).isAfter(now)) {
            return Health.up().build();
        }
        log.error("All connections to the database are taken and none came back since {}: this node needs a restart",
                this.stuckSince);
        return Health.down().withDetail("stuckSince", this.stuckSince).build();
    }

    /** What is asked of a pool of connections. */
    interface Pool {

        /** Tells whether every connection is taken and somebody waits for one. */
        boolean exhausted();

        /** How many connections were ever given back. */
        long returned();

        static Pool of(HikariDataSource source, MeterRegistry meters) {
            return new Pool() {

                @Override
                public boolean exhausted() {
                    HikariPoolMXBean pool = source.getHikariPoolMXBean();
                    return pool != null && pool.getThreadsAwaitingConnection() > 0 && pool.getActiveConnections() > 0
                            && pool.getActiveConnections() == pool.getTotalConnections();
                }

                @Override
                public long returned() {
                    Timer usage = meters.find("hikaricp.connections.usage").timer();
                    return (usage != null) ? usage.count() : 0;
                }

            };
        }

    }

}
