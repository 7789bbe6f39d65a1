package io.slipway.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.health.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pool of which nothing comes back is told from one that is busy, on a real pool.
 */
class PoolHealthTests {

    private final HikariDataSource source = new HikariDataSource();

    private Instant now = Instant.parse("2026-11-30T10:00:00Z");

    private final InstantSource time = () -> this.now;

    private PoolHealth health;

    @BeforeEach
    void open() throws SQLException {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        this.source.setJdbcUrl(TestDatabase.emptySchema());
        this.source.setUsername(EmbeddedMariaDb.USER);
        this.source.setMaximumPoolSize(2);
        this.source.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        this.source.getConnection().close();
        this.health = new PoolHealth(PoolHealth.Pool.of(this.source, meters), this.time.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        this.source.close();
    }

    @Test
    void isDownOnceNothingCameBackForLongAndUpWhenItDoes() throws SQLException {
        Connection first = this.source.getConnection();
        Connection second = this.source.getConnection();
        assertThat(after(Duration.ofDays(1))).as("nobody waits").isEqualTo(Status.UP);
        CompletableFuture<Void> waiting = waitForAConnection();
        assertThat(after(Duration.ZERO)).isEqualTo(Status.UP);
        assertThat(after(PoolHealth.PATIENCE.minusSeconds(1))).isEqualTo(Status.UP);
        assertThat(after(Duration.ofSeconds(1))).isEqualTo(Status.DOWN);
        first.close();
        waiting.join();
        assertThat(after(Duration.ofDays(1))).isEqualTo(Status.UP);
        second.close();
    }

    @Test
    void isUpWhileConnectionsComeBack() throws SQLException {
        Connection first = this.source.getConnection();
        Connection second = this.source.getConnection();
        CompletableFuture<Void> waiting = waitForAConnection();
        assertThat(after(Duration.ZERO)).isEqualTo(Status.UP);
        first.close();
        waiting.join();
        first = this.source.getConnection();
        waiting = waitForAConnection();
        assertThat(after(PoolHealth.PATIENCE)).as("one came back in between").isEqualTo(Status.UP);
        assertThat(after(PoolHealth.PATIENCE)).isEqualTo(Status.DOWN);
        first.close();
        second.close();
        waiting.join();
    }

    private Status after(Duration passed) {
        this.now = this.now.plus(passed);
        return this.health.health().getStatus();
    }

    private CompletableFuture<Void> waitForAConnection() {
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try {
                this.source.getConnection().close();
            }
            catch (SQLException ex) {
                throw new IllegalStateException(ex);
            }
        });
        Awaitility.await().until(() -> this.source.getHikariPoolMXBean().getThreadsAwaitingConnection() > 0);
        return waiting;
    }

}
