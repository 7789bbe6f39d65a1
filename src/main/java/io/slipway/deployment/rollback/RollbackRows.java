package io.slipway.deployment.rollback;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps rollbacks and the steps that they take back, in the transaction of the caller.
 */
@Component
class RollbackRows {

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    RollbackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rollback of a release that goes on, which nobody else may change. */
    Optional<Rollback> lockRunning(String release) {
        return Clause.of("select * from rollbacks")
            .where(Clause.equal("release_key", release).and("running = true"))
            .append(" for update")
            .on(this.jdbc)
            .query(Rollback.class)
            .optional();
    }

    /** The rollbacks of a release, the latest first. */
    List<Rollback> of(String release) {
        return Clause.of("select * from rollbacks")
            .where(Clause.equal("release_key", release))
            .append(" order by id desc limit " + MOST)
            .on(this.jdbc)
            .query(Rollback.class)
            .list();
    }

    void insert(String release, @Nullable Long run, @Nullable String wave, boolean late, Instant at, String by,
            String reason) {
        Clause
            .insert("rollbacks", "release_key", release, "run_id", run, "wave", wave, "running", true, "late", late,
                    "ordered_at", at, "ordered_by", by, "reason", reason)
            .on(this.jdbc)
            .update();
    }

    void end(long rollback, Instant at, Rollback.Outcome outcome, @Nullable String followUp) {
        Clause.update("rollbacks", "running", null, "ended_at", at, "outcome", outcome, "follow_up", followUp)
            .where(Clause.equal("id", rollback))
            .on(this.jdbc)
            .update();
    }

    /**
     * Adds a step; one that a former rollback did not take back goes over to this one.
     */
    void add(WayBack step) {
        this.jdbc.sql("""
                insert into ways_back (rollback_id, run_id, turn, wave, step, label, how, minutes, state, tries)
                values (:rollback, :run, :turn, :wave, :step, :label, :how, :minutes, 'OPEN', 0)
                on duplicate key update rollback_id = value(rollback_id), turn = value(turn), state = 'OPEN'""")
            .param("rollback", step.rollbackId())
            .param("run", step.runId())
            .param("turn", step.turn())
            .param("wave", step.wave())
            .param("step", step.step())
            .param("label", step.label())
            .param("how", step.how())
            .param("minutes", step.minutes())
            .update();
    }

    void change(long step, @Nullable Object... values) {
        Clause.update("ways_back", values).where(Clause.equal("id", step)).on(this.jdbc).update();
    }

    /** The steps of some rollbacks, in the order in which they are taken back. */
    List<WayBack> steps(Collection<Long> rollbacks) {
        return Clause.of("select * from ways_back")
            .where(Clause.in("rollback_id", rollbacks))
            .append(" order by rollback_id desc, turn")
            .on(this.jdbc)
            .query(WayBack.class)
            .list();
    }

    /** The steps of some runs that are taken back. */
    List<WayBack> takenBack(Collection<Long> runs) {
        return Clause.of("select * from ways_back")
            .where(Clause.in("run_id", runs).and("state = 'DONE'"))
            .on(this.jdbc)
            .query(WayBack.class)
            .list();
    }

    /** A step, which nobody else may change; nothing if the text is no id of one. */
    Optional<WayBack> find(String id) {
        return Clause.of("select * from ways_back where id = :id for update", "id", id)
            .on(this.jdbc)
            .query(WayBack.class)
            .optional();
    }

    /** A wave of a live run, by its id. */
    Optional<LiveWave> liveWave(String id) {
        return this.jdbc.sql("""
                select r.release_key, w.run_id, w.label from run_waves w join deployment_runs r on r.id = w.run_id
                 where w.id = :id and r.run_type = 'LIVE'""").param("id", id).query(LiveWave.class).optional();
    }

    /** The release of a rollback. */
    String release(long rollback) {
        return this.jdbc.sql("select release_key from rollbacks where id = :id")
            .param("id", rollback)
            .query(String.class)
            .single();
    }

    /** The process instances of rollbacks that go on, whose tool told how it ended. */
    List<String> waiting() {
        return this.jdbc.sql("""
                select w.instance from rollbacks b join ways_back w on w.rollback_id = b.id
                 where b.running = true and w.by_tool = true and w.state <> 'OPEN' and w.instance is not null""")
            .query(String.class)
            .list();
    }

    /** The process instance of one step, if its tool told how it ended. */
    List<String> waiting(long step) {
        return this.jdbc
            .sql("select instance from ways_back where id = :id and state <> 'OPEN' and instance is not null")
            .param("id", step)
            .query(String.class)
            .list();
    }

    /** How long the steps of each rehearsed rollback of a release took, by their keys. */
    Collection<Map<String, Duration>> rehearsed(String release) {
        Map<Long, Map<String, Duration>> all = new LinkedHashMap<>();
        this.jdbc.sql("""
                select w.rollback_id, w.step, timestampdiff(second, w.offered_at, w.settled_at) seconds
                  from rollbacks b
                       join deployment_runs r on r.id = b.run_id and r.run_type = 'REHEARSAL'
                       join ways_back w on w.rollback_id = b.id and w.state = 'DONE' and w.taken_by is not null
                 where b.release_key = :release order by w.rollback_id desc limit 2000""")
            .param("release", release)
            .query(Took.class)
            .list()
            .forEach((one) -> all.computeIfAbsent(one.rollbackId(), (id) -> new LinkedHashMap<>())
                .put(one.step(), Duration.ofSeconds(one.seconds())));
        return all.values();
    }

    /** Notes that it was told that a deadline comes near; tells whether that is new. */
    boolean tell(long run, Instant deadline, Instant at) {
        return this.jdbc.sql("insert ignore into rollback_deadlines (run_id, deadline, told_at) values (:run, :d, :at)")
            .param("run", run)
            .param("d", deadline)
            .param("at", at)
            .update() > 0;
    }

    /**
     * A wave of a live run.
     */
    record LiveWave(String releaseKey, long runId, String label) {
    }

    /**
     * How long one step took.
     */
    private record Took(long rollbackId, String step, long seconds) {
    }

}
