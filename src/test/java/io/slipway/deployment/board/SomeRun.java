package io.slipway.deployment.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.slipway.deployment.run.RunDraft;
import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.RunType;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.planning.wave.Bake;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepKind;
import io.slipway.planning.wave.StepLink;
import io.slipway.planning.wave.StepReturn;
import io.slipway.planning.wave.StepWork;
import io.slipway.planning.wave.Wave;
import io.slipway.test.ReleaseDriver;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes runs of releases of their own, and says what became of their steps.
 */
@Component
@Profile("test")
public record SomeRun(RunManagement runs, ReleaseDriver driver, Acting acting, JdbcClient jdbc) {

    /** Two waves of three steps, the second of which takes 20 minutes each. */
    public static List<Wave> plan(int waves, int steps) {
        List<Wave> all = new ArrayList<>();
        for (int wave = 1; wave <= waves; wave++) {
            List<PlannedStep> planned = new ArrayList<>();
            for (int step = 1; step <= steps; step++) {
                String key = "w" + wave + "-s" + step;
                List<StepLink> after = (step > 1) ? List.of(new StepLink("w" + wave + "-s" + (step - 1), null, 0))
                        : List.of();
                planned.add(new PlannedStep(key, "Step " + step + " of wave " + wave, StepKind.MANUAL, Role.OPERATIONS,
                        "", 20, after, null, false, false, new StepReturn("Undo it", 5), StepWork.NONE));
            }
            all.add(new Wave("w" + wave, "Wave " + wave, List.of("Site " + wave), null, planned, Bake.NONE));
        }
        return all;
    }

    /** Begins a run of a new release. */
    public long begin(RunType type, List<Wave> waves, Instant start, @Nullable Instant until) {
        String release = this.driver.register("Run " + UUID.randomUUID());
        return begin(release, type, waves, start, until);
    }

    /** Begins a run of a release. */
    public long begin(String release, RunType type, List<Wave> waves, Instant start, @Nullable Instant until) {
        return this.acting.as("deployment-manager", () -> this.runs.begin(new RunDraft(release, type, "staging",
                (type == RunType.LIVE) ? 1 : null, "PHASED", "ab".repeat(32), waves, start, until)));
    }

    /** Says how a step stands. */
    public void step(long run, String step, String state, @Nullable Instant started, @Nullable Instant ended) {
        this.jdbc.sql("""
                update run_steps set state = :state, settled = :settled, ready_at = :started, started_at = :started,
                       ended_at = :ended where run_id = :run and step = :step""")
            .param("state", state)
            .param("settled", state.equals("DONE"))
            .param("started", started)
            .param("ended", ended)
            .param("run", run)
            .param("step", step)
            .update();
    }

}
