package io.slipway.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Looks every other second whether the database answers and takes changes, and what time
 * it is there, on a thread that nobody else waits for. Readiness asks what was seen: so
 * it turns within five seconds, also when the database neither answers nor refuses.
 */
class DatabaseWatch implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Without an answer for so long, the database counts as gone. */
    private static final Duration PATIENCE = Duration.ofMillis(4500);

    /** How long it is remembered that a change was refused, though a look may change. */
    private static final Duration MEMORY = Duration.ofSeconds(10);

    private final DataSource database;

    private final InstantSource machine;

    private final NodeClock clock;

    private final OutageLog outages;

    private final ApplicationEventPublisher events;

    private final ScheduledExecutorService thread = Executors
        .newSingleThreadScheduledExecutor(new CustomizableThreadFactory("database-watch-"));

    private volatile Look last = new Look("", 0, 0, 0);

    private volatile boolean running;

    DatabaseWatch(DataSource database, InstantSource machine, NodeClock clock, OutageLog outages,
            ApplicationEventPublisher events) {
        this.database = database;
        this.machine = machine;
        this.clock = clock;
        this.outages = outages;
        this.events = events;
    }

    /** Looks once; what goes wrong is what was seen. */
    void look() {
        long refused = OutageSight.refusedChanges();
        String problem = "";
        try (Connection connection = this.database.getConnection();
                Statement statement = connection.createStatement()) {
            readTime(statement);
            statement.executeUpdate("update database_looks set looked_at = current_timestamp(3) where id = 1");
        }
        catch (SQLException failure) {
            problem = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
            this.outages.tell(failure);
        }
        long now = System.nanoTime();
        Look before = this.last;
        this.last = new Look(problem, now, refused, (refused != before.refused()) ? now : before.refusedAt());
        if (problem.isEmpty() && !before.problem().isEmpty()) {
            log.warn("The database works again; {} messages were left out", this.outages.takeLeftOut());
        }
    }

    private void readTime(Statement statement) throws SQLException {
        Instant before = this.machine.instant();
        try (ResultSet row = statement.executeQuery("select utc_timestamp(6)")) {
            row.next();
            Instant there = row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
            this.clock.compare(there, before, this.machine.instant())
                .map(ClockCorrected::new)
                .ifPresent(this.events::publishEvent);
        }
    }

    @Override
    public Health health() {
        Look seen = this.last;
        Health.Builder health = Health.up();
        if (isOlder(seen.at(), PATIENCE)) {
            health.down().withDetail("problem", "the database does not answer");
        }
        else if (!seen.problem().isEmpty()) {
            health.down().withDetail("problem", seen.problem());
        }
        else if (seen.refusedAt() != 0 && !isOlder(seen.refusedAt(), MEMORY)) {
            health.down().withDetail("problem", "the database refuses changes");
        }
        return health.withDetail("clockAheadMillis", this.clock.ahead().toMillis())
            .withDetail("clockDiffers", this.clock.differs())
            .build();
    }

    private static boolean isOlder(long nanos, Duration time) {
        return System.nanoTime() - nanos > time.toNanos();
    }

    @Override
    public void start() {
        this.last = new Look("", System.nanoTime(), OutageSight.refusedChanges(), 0);
        this.running = true;
        this.thread.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        this.running = false;
        this.thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return this.running;
    }

    /**
     * What was seen.
     *
     * @param problem what is wrong; empty if nothing is
     * @param at when, in nanoseconds of the machine
     * @param refused how many changes had been refused to anybody until then
     * @param refusedAt when that was seen to grow; 0 if it never was
     */
    private record Look(String problem, long at, long refused, long refusedAt) {
    }

}
