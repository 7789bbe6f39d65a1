package io.slipway.deployment.board;

import java.util.List;

import io.slipway.deployment.run.RunHead;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists runs, and tells how much of one is known.
 */
@Component
class RunLists {

    private static final KeyOrder<RunHead> LATEST_FIRST = KeyOrder.<RunHead>descending().number("id", RunHead::id);

    private static final String HEAD = """
            select id, release_key, number, attempt, environment, run_type, model, plan_digest, state, starts_at, ends_at,
                   window_end, begun_at, begun_by, ended_at, ended_by, ending, halted_at, halted_by, halt_reason from deployment_runs""";

    private final JdbcClient jdbc;

    RunLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeyPage<RunHead> ended(String from) {
        return LATEST_FIRST.page(this.jdbc, HEAD, Clause.of("running is null"), from, RunHead.class);
    }

    List<RunHead> ofReleases(String key, int most) {
        return Clause.of(HEAD)
            .where(Clause.of("release_key like :key", "key", Clause.beginning(key)))
            .append(" order by release_key, number desc limit " + most)
            .on(this.jdbc)
            .query(RunHead.class)
            .list();
    }

    /** Number of the latest that happened in a run. */
    long news(long run) {
        return this.jdbc.sql("""
                select coalesce((select max(id) from run_events where run_id = :run), 0)
                     + coalesce((select max(id) from run_messages where run_id = :run), 0)""")
            .param("run", run)
            .query(Long.class)
            .single();
    }

}
