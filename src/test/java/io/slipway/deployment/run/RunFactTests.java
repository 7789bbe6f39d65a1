package io.slipway.deployment.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepKind;
import io.slipway.planning.wave.Wave;
import io.slipway.schedule.stop.StopManagement;
import io.slipway.test.MutableClock;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.RunDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.SomeTool;
import io.slipway.test.StatementCounter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static io.slipway.test.RunDriver.step;
import static io.slipway.test.RunDriver.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is told of a run counts once, in whatever order it comes and wherever the portal
 * dies meanwhile, and a run of 1,000 steps costs no more statements than a small one.
 */
@SlipwayTest
class RunFactTests {

    @Autowired
    ReleaseDriver releases;

    @Autowired
    RunDriver driver;

    @Autowired
    RunManagement runs;

    @Autowired
    StepManagement steps;

    @Autowired
    RunFollower follower;

    @Autowired
    RunStore store;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SomeTool tool;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    StopManagement line;

    @Autowired
    RecordedActions recorded;

    @Autowired
    StatementCounter statements;

    @Test
    void endsTheSameInEveryOrderAndDuplicationOfItsFacts() {
        String key = this.releases.register("Any order");
        Wave wave = wave("one", step("tool-a", StepKind.PIPELINE), step("tool-b", StepKind.PIPELINE),
                step("tool-c", StepKind.PIPELINE));
        List<String> facts = List.of("tool-a done", "tool-a done", "tool-b failed", "tool-c done", "tool-c former");
        Set<List<String>> orders = new LinkedHashSet<>();
        permute(new ArrayList<>(facts), 0, orders);
        assertThat(orders).hasSize(60);
        orders.forEach((order) -> {
            long run = begun(key, wave);
            assertThat(order.stream().filter((fact) -> told(run, fact)).count()).as(order.toString()).isEqualTo(3);
            assertThat(this.store.steps(run)).as(order.toString())
                .extracting(RunStep::state)
                .containsExactly(StepState.DONE, StepState.FAILED, StepState.DONE);
        });
    }

    /** A run whose steps are under way, of which no process knows. */
    private long begun(String key, Wave wave) {
        return as(() -> {
            long run = this.driver.begin(key, wave);
            wave.steps().forEach((step) -> this.steps.check(run, step.key(), "none-" + run + step.key()));
            return run;
        });
    }

    private boolean told(long run, String fact) {
        String[] words = fact.split(" ");
        String subject = this.driver.stepOf(run, words[0]).subject() + (words[1].equals("former") ? "7" : "");
        return as(() -> this.steps.told(subject, words[1].equals("done"), StepSource.POLL, fact));
    }

    private static void permute(List<String> facts, int from, Set<List<String>> orders) {
        if (from == facts.size()) {
            orders.add(List.copyOf(facts));
            return;
        }
        for (int i = from; i < facts.size(); i++) {
            Collections.swap(facts, from, i);
            permute(facts, from + 1, orders);
            Collections.swap(facts, from, i);
        }
    }

    @Test
    void losesNoStepAndDoesNoneTwiceWhereverThePortalDies() {
        String key = this.releases.register("The portal dies");
        long run = this.driver.run(key, wave("one", step("tool", StepKind.PIPELINE), step("b", StepKind.MANUAL, "tool"),
                step("c", StepKind.MANUAL, "b")));
        this.driver.awaitTool(run, "tool");
        // It dies before the fact is kept: as if nobody had told it.
        this.transaction.executeWithoutResult((status) -> {
            assertThat(told(run, "tool done")).isTrue();
            status.setRollbackOnly();
        });
        assertThat(this.driver.stepOf(run, "tool").state()).isEqualTo(StepState.RUNNING);
        // It dies after the fact is kept, before anything that waits is told.
        RunStep step = this.driver.stepOf(run, "tool");
        this.transaction.executeWithoutResult((status) -> this.store.changeStep(step, "state", StepState.DONE,
                "ended_at", this.clock.instant(), "ended_source", StepSource.CALLBACK));
        this.follower.followAll();
        this.driver.awaitStep(run, "b", StepState.READY);
        // Any number of nodes look at once.
        for (int node = 0; node < 3; node++) {
            this.follower.followAll();
        }
        this.driver.done(key, "b");
        this.driver.done(key, "c");
        this.driver.awaitWave(run, "one", WaveState.DONE);
        assertThat(this.tool.starts(step)).isEqualTo(1);
        assertThat(this.recorded.of(key)).filteredOn("run.step-offered"::equals).hasSize(2);
    }

    @Test
    void startsNothingWhileTheLineIsStopped() {
        String key = this.releases.register("At a stopped line");
        long run = this.driver.run(key, wave("one", step("a", StepKind.MANUAL), step("b", StepKind.MANUAL, "a")));
        this.driver.awaitStep(run, "a", StepState.READY);
        this.acting.as("release-manager", () -> this.line.stop("The network is unsteady."));
        try {
            this.driver.done(key, "a");
            this.driver.awaitWaiting(run, "b", "line");
        }
        finally {
            this.acting.as("release-manager", () -> this.line.release("It is steady again."));
        }
        this.driver.done(key, "b");
        this.driver.awaitWave(run, "one", WaveState.DONE);
    }

    @Test
    void refusesWhatIsNoPlanAndWhatComesTooLate() {
        String key = this.releases.register("Refused runs");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.driver.begin(key, wave("one")))
            .withMessageContaining("deployment.run.empty");
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.driver.begin(key,
                    wave("one", step("a", StepKind.MANUAL, "b"), step("b", StepKind.MANUAL, "a"))))
            .withMessageContaining("deployment.run.circle");
        long run = this.driver.begin(key, wave("one", step("a", StepKind.MANUAL)));
        as(() -> {
            this.runs.end(run, RunStatus.CANCELLED, "Not today.");
            return true;
        });
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.runs.halt(run, "Too late"))
            .withMessageContaining("deployment.run.over");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.runs.resume(run, " "))
            .withMessageContaining("deployment.run.reason.missing");
    }

    @Test
    void costsAsFewStatementsWithAThousandSteps() {
        String key = this.releases.register("A thousand steps");
        Wave[] waves = new Wave[50];
        for (int i = 0; i < waves.length; i++) {
            PlannedStep[] all = new PlannedStep[20];
            for (int j = 0; j < all.length; j++) {
                all[j] = step("s" + i + "-" + j, StepKind.MANUAL);
            }
            waves[i] = wave("w" + i, all);
        }
        long run = this.driver.begin(key, waves);
        assertThat(this.driver.details(run).steps()).hasSize(1000)
            .allSatisfy((one) -> assertThat(one.plannedStart()).isNotNull());
        assertThat(this.statements.count(() -> this.runs.details(run))).isLessThanOrEqualTo(8);
        as(() -> this.steps.check(run, "s0-0", "none-thousand"));
        long step = this.driver.stepOf(run, "s0-0").id();
        assertThat(this.statements.count(() -> as(() -> {
            this.steps.finish(step, true, null, null);
            return true;
        }))).isLessThanOrEqualTo(20);
        assertThat(this.runs.head(run).planDigest()).hasSize(64);
        assertThat(Duration.between(this.runs.head(run).startsAt(), this.runs.head(run).endsAt()))
            .isEqualTo(Duration.ofMinutes(500));
    }

    private <T> T as(Supplier<T> act) {
        return this.acting.as("deployment-manager", act);
    }

}
