package io.slipway.deployment.board;

import java.util.List;

import io.slipway.deployment.run.RunHead;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads how a run does: what its checks measured last, and what tools wrote last, each in
 * one statement.
 */
@Component
class RunHealth {

    private static final int CHECKS = 12;

    private static final int LOGS = 4;

    /** So many letters of a log say enough on a wall. */
    private static final int LETTERS = 2000;

    private final JdbcClient jdbc;

    RunHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the latest checks of a run measured last, the newest check first. */
    List<HealthReading> readings(RunHead run) {
        return this.jdbc.sql("""
                select json_value(c.rule, '$.name') name, c.verdict, r.outcome, r.value, r.threshold, r.taken_at
                  from checks c
                  left join check_readings r on r.id = (select max(n.id) from check_readings n where n.check_id = c.id)
                 where c.release_key = :release and c.environment = :environment and c.begun_at >= :begun
                 order by c.id desc limit :most""")
            .param("release", run.releaseKey())
            .param("environment", run.environment())
            .param("begun", run.begunAt())
            .param("most", CHECKS)
            .query(HealthReading.class)
            .list();
    }

    /** What tools wrote last while they did steps of a run, the latest first. */
    List<LogExcerpt> logs(RunHead run) {
        return this.jdbc.sql("""
                select pipeline, state, ordered_at, right(excerpt, :letters) text from pipeline_attempts
                 where release_key = :release and environment = :environment and ordered_at >= :begun
                   and excerpt is not null
                 order by id desc limit :most""")
            .param("letters", LETTERS)
            .param("release", run.releaseKey())
            .param("environment", run.environment())
            .param("begun", run.begunAt())
            .param("most", LOGS)
            .query(LogExcerpt.class)
            .list();
    }

}
