package io.slipway.workflow.job;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.slipway.database.NodeClock;
import io.slipway.sql.Clause;
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
        Instant now = this.clock.instant();
        Clause
            .insert("engine_nodes", "lock_owner", here(), "host", host(), "active", active(), "started_at",
                    this.startedAt, "seen_at", now, "clock_ahead_millis", this.nodeClock.ahead().toMillis())
            .append(" on duplicate key update active = :active, seen_at = :seen_at, "
                    + "clock_ahead_millis = :clock_ahead_millis")
            .on(this.jdbc)
            .update();
        this.jdbc.sql("delete from engine_nodes where seen_at < :forgotten")
            .param("forgotten", now.minus(FORGOTTEN))
            .update();
    }

    boolean active() {
        return executor().map(JobExecutor::isActive).orElse(false);
    }

    /** The name by which this node locks jobs. */
    String here() {
        return executor().map(JobExecutor::getLockOwner).orElse("");
    }

    List<Seen> seen() {
        return this.jdbc.sql("select *, lock_owner id from engine_nodes order by host").query(Seen.class).list();
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

    /**
     * What a node said of itself.
     *
     * @param id the name by which it locks jobs
     * @param startedAt since when it runs
     * @param clockAheadMillis how far its machine's clock was ahead of the database's
     */
    record Seen(String id, String host, boolean active, Instant startedAt, Instant seenAt, long clockAheadMillis) {
    }

}
