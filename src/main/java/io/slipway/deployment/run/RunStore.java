package io.slipway.deployment.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.input.NotFoundException;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.Schedule;
import io.slipway.planning.wave.Wave;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps runs, their waves and their steps, in the transaction of the caller. Whoever
 * changes anything of a run locks the run first, so that nothing that waits can miss what
 * it waits for.
 */
@Component
class RunStore {

    private static final String HEAD = "select id, release_key, number, attempt, environment, run_type, model, plan_digest, state, "
            + "starts_at, ends_at, window_end, begun_at, begun_by, ended_at, ended_by, ending, halted_at, halted_by, "
            + "halt_reason from deployment_runs";

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(RunDraft draft, int number, Schedule planned, Instant at, String by) {
        long id = Clause
            .insert("deployment_runs", "release_key", draft.release(), "number", number, "attempt", draft.attempt(),
                    "environment", draft.environment(), "run_type", draft.type(), "model", draft.model(), "plan_digest",
                    draft.digest(), "plan", RunPlans.write(draft.waves()), "state", RunStatus.RUNNING, "running", true,
                    "starts_at", planned.start(), "ends_at", planned.end(), "window_end", draft.until(), "begun_at", at,
                    "begun_by", by)
            .insertedBy(this.jdbc);
        List<Object[]> waves = new ArrayList<>();
        List<Object[]> steps = new ArrayList<>();
        for (Wave wave : draft.waves()) {
            waves.add(new Object[] { id, wave.key(), waves.size() + 1, wave.name(), WaveState.PLANNED.name() });
            for (PlannedStep step : wave.steps()) {
                steps.add(new Object[] { id, wave.key(), step.key(), steps.size() + 1, step.name(), step.kind().name(),
                        StepState.WAITING.name(), false, 0, planned.steps().get(step.key()).start(),
                        planned.steps().get(step.key()).end() });
            }
        }
        insert("insert into run_waves (run_id, wave, position, label, state) values :rows", waves);
        insert("insert into run_steps (run_id, wave, step, place, name, kind, state, settled, retries, planned_start, "
                + "planned_end) values :rows", steps);
        return id;
    }

    private void insert(String statement, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            this.jdbc.sql(statement).param("rows", rows).update();
        }
    }

    int nextNumber(String releaseKey) {
        return this.jdbc.sql("select coalesce(max(number), 0) + 1 from deployment_runs where release_key = :key")
            .param("key", releaseKey)
            .query(Integer.class)
            .single();
    }

    /** A run, which nobody else may change until the transaction ends. */
    RunHead lock(long id) {
        return Clause.of(HEAD)
            .where(Clause.equal("id", id))
            .append(" for update wait 20")
            .on(this.jdbc)
            .query(RunHead.class)
            .optional()
            .orElseThrow(() -> new NotFoundException("run", String.valueOf(id)));
    }

    Optional<RunHead> find(long id) {
        return Clause.of(HEAD).where(Clause.equal("id", id)).on(this.jdbc).query(RunHead.class).optional();
    }

    /** The runs of a release, the newest first. */
    List<RunHead> ofRelease(String releaseKey) {
        return Clause.of(HEAD)
            .where(Clause.equal("release_key", releaseKey))
            .append(" order by number desc limit 100")
            .on(this.jdbc)
            .query(RunHead.class)
            .list();
    }

    /** The runs that go on, those that began first, first. */
    List<RunHead> running(long after, int most) {
        return Clause.of(HEAD)
            .where(Clause.of("running = true and id > :after", "after", after))
            .append(" order by id limit " + most)
            .on(this.jdbc)
            .query(RunHead.class)
            .list();
    }

    List<RunWave> waves(long run) {
        return this.jdbc.sql("select * from run_waves where run_id = :run order by position")
            .param("run", run)
            .query(RunWave.class)
            .list();
    }

    RunWave wave(long run, String wave) {
        return this.jdbc.sql("select * from run_waves where run_id = :run and wave = :wave")
            .param("run", run)
            .param("wave", wave)
            .query(RunWave.class)
            .optional()
            .orElseThrow(() -> new NotFoundException("wave", wave));
    }

    RunWave wave(long id) {
        return this.jdbc.sql("select * from run_waves where id = :id")
            .param("id", id)
            .query(RunWave.class)
            .optional()
            .orElseThrow(() -> new NotFoundException("wave", String.valueOf(id)));
    }

    Optional<RunWave> waveOf(String instance) {
        return this.jdbc.sql("select * from run_waves where instance = :instance")
            .param("instance", instance)
            .query(RunWave.class)
            .optional();
    }

    List<RunStep> steps(long run) {
        return this.jdbc.sql("select * from run_steps where run_id = :run order by place")
            .param("run", run)
            .query(RunStep.class)
            .list();
    }

    /** The steps of which something is to be done or decided yet, in their order. */
    List<RunStep> unsettled(long run) {
        return this.jdbc.sql("""
                select * from run_steps
                 where run_id = :run and settled = false and instance is not null order by place""")
            .param("run", run)
            .query(RunStep.class)
            .list();
    }

    /** The steps of a wave, by key. */
    Map<String, RunStep> steps(long run, String wave) {
        Map<String, RunStep> all = new LinkedHashMap<>();
        this.jdbc.sql("select * from run_steps where run_id = :run and wave = :wave order by place")
            .param("run", run)
            .param("wave", wave)
            .query(RunStep.class)
            .list()
            .forEach((step) -> all.put(step.step(), step));
        return all;
    }

    RunStep step(long id) {
        return findStep(id).orElseThrow(() -> new NotFoundException("step", String.valueOf(id)));
    }

    Optional<RunStep> findStep(long id) {
        return this.jdbc.sql("select * from run_steps where id = :id").param("id", id).query(RunStep.class).optional();
    }

    /** The step that a process instance runs. */
    Optional<RunStep> stepOf(String instance) {
        return this.jdbc.sql("select * from run_steps where instance = :instance")
            .param("instance", instance)
            .query(RunStep.class)
            .optional();
    }

    void changeRun(long id, @Nullable Object... values) {
        change("deployment_runs", id, values);
    }

    /** Takes other times as planned, all in one statement: each step is there already. */
    void plan(long run, Map<String, RunManagement.Planned> times) {
        List<Object[]> rows = new ArrayList<>();
        for (RunStep step : steps(run)) {
            RunManagement.Planned planned = times.get(step.step());
            if (planned != null) {
                rows.add(new Object[] { run, step.wave(), step.step(), step.place(), step.name(), step.kind().name(),
                        step.state().name(), step.settled(), step.retries(), planned.start(), planned.end() });
            }
        }
        if (!rows.isEmpty()) {
            this.jdbc
                .sql("""
                        insert into run_steps (run_id, wave, step, place, name, kind, state, settled, retries, planned_start,
                               planned_end) values :rows
                            on duplicate key update planned_start = values(planned_start), planned_end = values(planned_end)""")
                .param("rows", rows)
                .update();
        }
    }

    void changeWave(RunWave wave, @Nullable Object... values) {
        change("run_waves", wave.id(), values);
    }

    void changeStep(RunStep step, @Nullable Object... values) {
        change("run_steps", step.id(), values);
    }

    private void change(String table, long id, @Nullable Object... values) {
        Clause.update(table, values).where(Clause.equal("id", id)).on(this.jdbc).update();
    }

    void add(RunEvent event) {
        Clause
            .insert("run_events", "run_id", event.runId(), "kind", event.kind(), "wave", event.wave(), "step",
                    event.step(), "at", event.at(), "told_by", event.toldBy(), "source", event.source(), "reason",
                    event.reason(), "facts", event.facts())
            .on(this.jdbc)
            .update();
    }

    /** What happened in a run, the latest first. */
    List<RunEvent> events(long run, int most) {
        return this.jdbc.sql("select * from run_events where run_id = :run order by id desc limit :most")
            .param("run", run)
            .param("most", most)
            .query(RunEvent.class)
            .list();
    }

}
