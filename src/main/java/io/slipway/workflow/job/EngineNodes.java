package io.slipway.workflow.job;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.slipway.database.NodeClock;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Notes twice a minute that this node runs, and forgets nodes that nobody has heard of
 * for a day.
 */
@Component
class EngineNodes {

    private static final Logger log = LoggerFactory.getLogger(EngineNodes.class);

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final ProcessEngineConfigurationImpl engine;

    private final JdbcClient jdbc;

    private final Clock clock;

    private final NodeClock nodeClock;

    private final Instant startedAt;

    EngineNodes(ProcessEngineConfigurationImpl engine, JdbcClient jdbc, Clock clock, NodeClock nodeClock) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
        this.nodeClock = nodeClock;
        this.startedAt = clock.instant();
    }

    @Scheduled(fixedDelayString = "PT30S")
    void tell() {
        try {
            note();
        }
        catch (DataAccessException | CannotCreateTransactionException ex) {
            log.debug("The database does not take note of this node", ex);
        }
    }

    void note() {
        LocalDateTime now = utc(this.clock.instant());
        this.jdbc.sql("""
                insert into engine_nodes (lock_owner, host, active, started_at, seen_at, clock_ahead_millis)
                values (?, ?, ?, ?, ?, ?)
                on duplicate key update active = values(active), seen_at = values(seen_at),
                                        clock_ahead_millis = values(clock_ahead_millis)""")
            .params(here(), host(), active(), utc(this.startedAt), now, this.nodeClock.ahead().toMillis())
            .update();
        this.jdbc.sql("delete from engine_nodes where seen_at < ?").param(now.minus(FORGOTTEN)).update();
    }

    boolean active() {
        return executor().map(JobExecutor::isActive).orElse(false);
    }

    /** The name by which this node locks jobs. */
    String here() {
        return executor().map(JobExecutor::getLockOwner).orElse("");
    }

    List<Seen> seen() {
        return this.jdbc.sql(
                "select lock_owner, host, active, started_at, seen_at, clock_ahead_millis from engine_nodes order by host")
            .query((row, number) -> new Seen(row.getString(1), row.getString(2), row.getBoolean(3),
                    row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC), Duration.ofMillis(row.getLong(6))))
            .list();
    }

    private Optional<JobExecutor> executor() {
        return Optional.ofNullable(this.engine.getJobExecutor());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        }
        catch (UnknownHostException ex) {
            return "localhost";
        }
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /**
     * What a node said of itself.
     *
     * @param id the name by which it locks jobs
     * @param host the machine
     * @param active whether it runs jobs
     * @param startedAt since when it runs
     * @param seenAt when it said so
     * @param clockAhead how far its machine's clock was ahead of the database's
     */
    record Seen(String id, String host, boolean active, Instant startedAt, Instant seenAt, Duration clockAhead) {
    }

}
