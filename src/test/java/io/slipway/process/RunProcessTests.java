package io.slipway.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.slipway.deployment.check.Checks;
import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.RunWave;
import io.slipway.deployment.run.StepManagement;
import io.slipway.deployment.run.StepSource;
import io.slipway.deployment.run.StepState;
import io.slipway.deployment.run.WaveChoice;
import io.slipway.deployment.run.WaveManagement;
import io.slipway.deployment.run.WaveState;
import io.slipway.identity.Acting;
import io.slipway.planning.wave.StepKind;
import io.slipway.planning.wave.StepLink;
import io.slipway.planning.wave.Wave;
import io.slipway.test.MutableClock;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.RunDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.SomeTool;
import org.awaitility.Awaitility;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static io.slipway.test.RunDriver.step;
import static io.slipway.test.RunDriver.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Waves and steps of runs go every way that their models know.
 */
@SlipwayTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunProcessTests {

    static final Set<String> PROCESSES = Set.of("RunWaveProcess", "RunStepProcess");

    @Autowired
    ReleaseDriver releases;

    @Autowired
    RunDriver driver;

    @Autowired
    RunManagement runs;

    @Autowired
    StepManagement steps;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    RecordedActions recorded;

    @Autowired
    SomeTool tool;

    @Autowired
    WaveManagement waves;

    @Autowired
    Checks checks;

    @Autowired
    ProcessCoverage coverage;

    @BeforeEach
    void note(TestInfo test) {
        this.coverage.note(getClass(), test.getDisplayName(), PROCESSES);
    }

    @AfterEach
    void stop() {
        this.coverage.stop();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void missesNoElement() {
        Map<String, BpmnModelInstance> models = new TreeMap<>(ModelFiles.all());
        models.keySet().retainAll(PROCESSES);
        Awaitility.await().untilAsserted(() -> assertThat(this.coverage.missed(models)).isEmpty());
    }

    @Test
    void stepsFollowEachOtherAsThePlanSays() {
        String key = this.releases.register("Steps in order");
        long run = this.driver.run(key, wave("one", step("a", StepKind.MANUAL), step("b", StepKind.MANUAL),
                step("c", StepKind.DECISION, "a", "b")));
        this.driver.awaitStep(run, "a", StepState.READY);
        this.driver.awaitWaiting(run, "c", "a,b");
        this.driver.done(key, "b");
        this.driver.awaitWaiting(run, "c", "a");
        this.driver.done(key, "a");
        this.driver.act(key, "decide-step", "Step c", "go");
        this.driver.awaitWave(run, "one", WaveState.DONE);
        assertThat(this.driver.details(run).steps())
            .allSatisfy((one) -> assertThat(one.endedSource()).isEqualTo(StepSource.PERSON))
            .extracting("doneBy")
            .containsOnly("deployment-manager");
        assertThat(this.recorded.of(key)).contains("run.begun", "run.wave-begun", "run.step-done", "run.wave-done");
    }

    @Test
    void aStepWaitsForLagAndFixedTime() {
        String key = this.releases.register("Steps in time");
        Wave wave = wave("one", step("a", StepKind.MANUAL),
                step("b", StepKind.MANUAL, false, List.of(new StepLink("a", null, 30)), null),
                step("c", StepKind.TIMER, false, List.of(), this.clock.instant().plus(Duration.ofMinutes(50))));
        long run = this.driver.run(key, wave);
        this.driver.done(key, "a");
        this.driver.awaitWaiting(run, "b", "time");
        this.driver.awaitWaiting(run, "c", "time");
        this.clock.advance(Duration.ofMinutes(31));
        this.driver.done(key, "b");
        this.clock.advance(Duration.ofMinutes(20));
        this.driver.awaitStep(run, "c", StepState.RUNNING);
        this.clock.advance(Duration.ofMinutes(11));
        this.driver.awaitWave(run, "one", WaveState.DONE);
        assertThat(this.driver.stepOf(run, "c").endedSource()).isEqualTo(StepSource.TIMER);
    }

    @Test
    void aToolTellsOnceHowItsStepEnded() {
        String key = this.releases.register("A tool tells");
        long run = this.driver.run(key,
                wave("one", step("tool", StepKind.PIPELINE), step("b", StepKind.MANUAL, "tool")));
        this.driver.awaitTool(run, "tool");
        String subject = this.driver.stepOf(run, "tool").subject();
        assertThat(told("run-step:0/0")).isFalse();
        assertThat(told(subject + "1")).isFalse();
        assertThat(told(subject)).isTrue();
        assertThat(told(subject)).isFalse();
        this.driver.done(key, "b");
        this.driver.awaitWave(run, "one", WaveState.DONE);
        assertThat(this.driver.stepOf(run, "tool").endedSource()).isEqualTo(StepSource.CALLBACK);
        assertThat(this.tool.starts(this.driver.stepOf(run, "tool"))).isEqualTo(1);
    }

    private boolean told(String subject) {
        return this.acting.as("deployment-manager",
                () -> this.steps.told(subject, true, StepSource.CALLBACK, "Done by the tool"));
    }

    @Test
    void whatIsAbortedFailsAndIsDecidedOn() {
        String key = this.releases.register("Aborted steps");
        long run = this.driver.run(key, wave("one", step("a", StepKind.MANUAL), step("tool", StepKind.PIPELINE)));
        this.driver.awaitStep(run, "a", StepState.READY);
        this.driver.awaitTool(run, "tool");
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as("operations", () -> this.steps.abort(run, "a", "It hangs.")));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(
                () -> this.acting.as("operations", () -> this.waves.giveUp(run, "one", WaveChoice.FAIL, "Enough.")));
        abort(run, "a");
        abort(run, "tool");
        assertThat(this.tool.wasAborted(this.driver.stepOf(run, "tool"))).isTrue();
        this.driver.decide(key, "a", "retry");
        this.driver.done(key, "a");
        // The failed step of the tool waits for a decision, which nobody needs once the
        // wave is given up.
        this.releases.await(key, "decide-on-failed-step");
        giveUp(run, WaveChoice.ROLL_BACK);
        this.driver.awaitWave(run, "one", WaveState.ROLLBACK);
        assertThat(this.driver.stepOf(run, "tool").state()).isEqualTo(StepState.FAILED);
    }

    private void abort(long run, String step) {
        this.acting.as("deployment-manager", () -> this.steps.abort(run, step, "It hangs."));
    }

    private void giveUp(long run, WaveChoice choice) {
        this.acting.as("deployment-manager", () -> this.waves.giveUp(run, "one", choice, "Customers complain."));
    }

    @Test
    void nothingOfAGivenUpWaveIsStarted() {
        String key = this.releases.register("Given up");
        long run = this.driver.run(key, wave("one", step("a", StepKind.MANUAL), step("b", StepKind.MANUAL, "a")));
        this.driver.awaitWaiting(run, "b", "a");
        this.driver.fail(key, "a");
        this.driver.decide(key, "a", "fail-wave");
        this.driver.awaitWave(run, "one", WaveState.FAILED);
        assertThat(this.driver.stepOf(run, "b").state()).isEqualTo(StepState.SKIPPED);
    }

    @Test
    void aWaveProvesItselfByTimeUseAndChecks() {
        String key = this.releases.register("Proven");
        long run = this.driver.run(key, wave("one", RunDriver.bake(60, true), step("a", StepKind.MANUAL)));
        this.driver.done(key, "a");
        this.driver.awaitBake(run, "one");
        RunWave wave = this.driver.waveOf(run, "one");
        bring(wave, "traffic", "5000");
        this.clock.advance(Duration.ofMinutes(30));
        assertThat(this.driver.waveOf(run, "one").state()).isEqualTo(WaveState.BAKING);
        bring(wave, "0", "0.1");
        this.clock.advance(Duration.ofMinutes(31));
        this.driver.awaitWave(run, "one", WaveState.DONE);
        assertThat(this.recorded.of(key)).contains("run.wave-baking", "run.wave-done");
    }

    @Test
    void noDataIsNeverAPassAndAPersonDecides() {
        String key = this.releases.register("No data");
        long run = this.driver.run(key, wave("one", RunDriver.bake(60, true), step("a", StepKind.MANUAL)));
        this.driver.done(key, "a");
        this.driver.awaitBake(run, "one");
        this.clock.advance(Duration.ofMinutes(61));
        this.driver.act(key, "decide-on-wave", "Decide on wave", "wait", "reason", "The probe was off.");
        this.driver.awaitBake(run, "one");
        bring(this.driver.waveOf(run, "one"), "0", "99");
        this.driver.act(key, "decide-on-wave", "Decide on wave", "accept", "reason", "The probe is wrong, see INC-7.");
        this.driver.awaitWave(run, "one", WaveState.DONE);
        assertThat(this.recorded.of(key)).contains("run.wave-watched", "run.wave-accepted");
    }

    @Test
    void aDecisionOnAWaveEndsWhenTheWaveIsGivenUp() {
        String key = this.releases.register("Decided elsewhere");
        long run = this.driver.run(key, wave("one", RunDriver.bake(60, true), step("a", StepKind.MANUAL)));
        this.driver.done(key, "a");
        this.driver.awaitBake(run, "one");
        bring(this.driver.waveOf(run, "one"), "0", "99");
        this.releases.await(key, "decide-on-wave");
        giveUp(run, WaveChoice.FAIL);
        this.driver.awaitWave(run, "one", WaveState.FAILED);
    }

    @Test
    void aContinuousDeploymentTakesItselfBackAndNeverGoesOnByItself() {
        String key = this.releases.register("Canary");
        long run = this.driver.begin(key, "CONTINUOUS",
                wave("one", RunDriver.bake(60, true), step("a", StepKind.MANUAL)));
        this.driver.startWave(key, run, "one");
        this.driver.done(key, "a");
        this.driver.awaitBake(run, "one");
        bring(this.driver.waveOf(run, "one"), "0", "99");
        this.driver.awaitWave(run, "one", WaveState.ROLLBACK);
        assertThat(this.recorded.of(key)).contains("run.wave-aborted");
    }

    private void bring(RunWave wave, String check, String value) {
        this.acting.as("operations", () -> this.checks.bring("run-wave:" + wave.id() + "/" + wave.round() + "/" + check,
                value, "Read", null));
    }

    @Test
    void aHaltStartsNothingAndStopsTheClockOfABake() {
        String key = this.releases.register("Halted");
        long run = this.driver.run(key,
                wave("one", RunDriver.bake(60, false), step("a", StepKind.MANUAL), step("b", StepKind.MANUAL, "a")));
        this.driver.awaitStep(run, "a", StepState.READY);
        this.acting.as("deployment-manager", () -> this.runs.halt(run, "Somebody called."));
        this.driver.done(key, "a");
        this.driver.awaitWaiting(run, "b", "halt");
        this.acting.as("deployment-manager", () -> this.runs.resume(run, "It was nothing."));
        this.driver.done(key, "b");
        this.driver.awaitBake(run, "one");
        this.clock.advance(Duration.ofMinutes(20));
        this.acting.as("deployment-manager", () -> this.runs.halt(run, "Again."));
        this.clock.advance(Duration.ofMinutes(120));
        this.acting.as("deployment-manager", () -> this.runs.resume(run, "Nothing again."));
        this.clock.advance(Duration.ofMinutes(30));
        assertThat(this.driver.waveOf(run, "one").state()).isEqualTo(WaveState.BAKING);
        this.clock.advance(Duration.ofMinutes(11));
        this.driver.awaitWave(run, "one", WaveState.DONE);
    }

}
