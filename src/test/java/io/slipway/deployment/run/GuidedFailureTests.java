package io.slipway.deployment.run;

import java.time.Duration;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.StepKind;
import io.slipway.test.MutableClock;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.RunDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.SomeTool;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static io.slipway.test.RunDriver.optional;
import static io.slipway.test.RunDriver.step;
import static io.slipway.test.RunDriver.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every way in which a step can fail asks a person, who decides for that step in that
 * wave only. Seven tests are named after what Octopus Deploy's users reported of guided
 * failures there, with the number of their issue.
 */
@SlipwayTest
class GuidedFailureTests {

    @Autowired
    ReleaseDriver releases;

    @Autowired
    RunDriver driver;

    @Autowired
    FailureManagement failures;

    @Autowired
    StepManagement steps;

    @Autowired
    SomeTool tool;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    RecordedActions recorded;

    @Test
    void doesNotCarryAnAnswerToLaterTargets6576() {
        String key = this.releases.register("Answers are not carried on");
        long run = this.driver.begin(key, wave("one", optional("a"), optional("b")), wave("two", optional("c")));
        this.driver.startWave(key, run, "one");
        this.driver.fail(key, "a");
        this.driver.fail(key, "b");
        this.driver.decide(key, "a", "ignore");
        assertThat(this.driver.stepOf(run, "b").state()).isEqualTo(StepState.FAILED);
        this.driver.decide(key, "b", "ignore");
        this.driver.awaitWave(run, "one", WaveState.DONE);
        this.driver.startWave(key, run, "two");
        this.driver.fail(key, "c");
        this.driver.decide(key, "c", "retry");
        this.driver.done(key, "c");
        this.driver.awaitWave(run, "two", WaveState.DONE);
    }

    @Test
    void doesNotSkipTheRestOfATargetAfterIgnoring1452() {
        String key = this.releases.register("Ignoring leaves the rest");
        long run = this.driver.run(key, wave("one", optional("a"), step("put-back", StepKind.MANUAL, "a")));
        this.driver.fail(key, "a");
        this.driver.decide(key, "a", "ignore");
        this.driver.done(key, "put-back");
        this.driver.awaitWave(run, "one", WaveState.DONE);
        assertThat(this.driver.stepOf(run, "a").state()).isEqualTo(StepState.IGNORED);
    }

    @Test
    void doesNotRetryAfterFailing5208() {
        String key = this.releases.register("Failed is failed");
        long run = this.driver.run(key,
                wave("one", step("tool", StepKind.PIPELINE), step("b", StepKind.MANUAL, "tool")));
        this.driver.awaitTool(run, "tool");
        told(run, false);
        RunStep first = this.driver.stepOf(run, "tool");
        this.driver.decide(key, "tool", "fail-wave");
        this.driver.awaitWave(run, "one", WaveState.FAILED);
        assertThat(this.driver.stepOf(run, "tool").retries()).isZero();
        assertThat(this.tool.starts(first)).isEqualTo(1);
        assertThat(this.driver.stepOf(run, "b").state()).isEqualTo(StepState.SKIPPED);
    }

    @Test
    void asksAPersonAfterATimeOut8719() {
        String key = this.releases.register("Time-outs ask");
        long run = this.driver.run(key, wave("one", step("tool", StepKind.PIPELINE)));
        this.driver.awaitTool(run, "tool");
        this.clock.advance(Duration.ofMinutes(61));
        this.driver.awaitStep(run, "tool", StepState.FAILED);
        assertThat(this.driver.stepOf(run, "tool").endedSource()).isEqualTo(StepSource.TIMER);
        this.driver.decide(key, "tool", "roll-back");
        this.driver.awaitWave(run, "one", WaveState.ROLLBACK);
        assertThat(this.recorded.of(key)).contains("run.step-failed", "run.wave-rolled-back");
    }

    @Test
    void doesNotGoOnAfterTheLastRetry2885() {
        String key = this.releases.register("Retries end");
        long run = this.driver.run(key, wave("one", step("a", StepKind.MANUAL), step("b", StepKind.MANUAL, "a")));
        for (int retry = 0; retry < RunStep.MOST_RETRIES; retry++) {
            this.driver.fail(key, "a");
            this.driver.decide(key, "a", "retry");
        }
        this.driver.fail(key, "a");
        RunStep last = this.driver.stepOf(run, "a");
        assertThat(this.failures.choices(last)).containsExactly(FailureChoice.EXCLUDE, FailureChoice.FAIL_WAVE,
                FailureChoice.ROLL_BACK);
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.driver.decide(key, "a", "retry"))
            .withMessageContaining("deployment.run.choice.refused");
        assertThat(this.driver.stepOf(run, "b").state()).isEqualTo(StepState.WAITING);
        this.driver.decide(key, "a", "fail-wave");
        this.driver.awaitWave(run, "one", WaveState.FAILED);
    }

    @Test
    void doesNotGoOnWithOtherTargetsWhileOneFailed7078() {
        String key = this.releases.register("One by one");
        long run = this.driver.run(key, wave("one", step("basel", StepKind.MANUAL),
                step("bern", StepKind.MANUAL, "basel"), step("other", StepKind.MANUAL)));
        this.driver.awaitStep(run, "other", StepState.READY);
        this.driver.fail(key, "basel");
        this.driver.awaitWaiting(run, "bern", "basel");
        this.driver.decide(key, "basel", "roll-back");
        this.driver.awaitStep(run, "bern", StepState.SKIPPED);
        // What is under way is finished, not cut off: the wave ends only then.
        assertThat(this.driver.waveOf(run, "one").overAt()).isNull();
        this.driver.done(key, "other");
        this.driver.awaitWave(run, "one", WaveState.ROLLBACK);
    }

    @Test
    void excludesATargetFromThisStepAndNothingElse5891() {
        String key = this.releases.register("Excluding counts");
        long run = this.driver.run(key, wave("one", step("a", StepKind.MANUAL), step("b", StepKind.MANUAL, "a")));
        this.driver.fail(key, "a");
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> decide(run, FailureChoice.EXCLUDE, "Chur"))
            .withMessageContaining("deployment.run.target.missing");
        this.driver.decide(key, "a", "exclude");
        this.driver.awaitStep(run, "b", StepState.READY);
        assertThat(this.driver.stepOf(run, "a").state()).isEqualTo(StepState.EXCLUDED);
        assertThat(this.driver.stepOf(run, "a").withoutTargets()).containsExactly("Basel");
        assertThat(this.failures.targets(this.driver.stepOf(run, "b"))).containsExactly("Basel", "Bern");
        this.driver.done(key, "b");
        this.driver.awaitWave(run, "one", WaveState.DONE);
    }

    @Test
    void neverIgnoresARequiredStepNorWithoutAReason() {
        String key = this.releases.register("Required is required");
        long run = this.driver.run(key, wave("one", step("a", StepKind.MANUAL)));
        this.driver.fail(key, "a");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> decide(run, FailureChoice.IGNORE, null))
            .withMessageContaining("deployment.run.choice.refused");
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(
                    () -> this.failures.decide(this.driver.stepOf(run, "a").id(), FailureChoice.FAIL_WAVE, null, " "))
            .withMessageContaining("deployment.run.reason.missing");
        this.driver.decide(key, "a", "fail-wave");
        this.driver.awaitWave(run, "one", WaveState.FAILED);
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> decide(run, FailureChoice.ROLL_BACK, null))
            .withMessageContaining("deployment.run.step.over");
    }

    @Test
    void asksAPersonWhereAToolCannotEvenStart() {
        String key = this.releases.register("Tool is off");
        long run = this.driver.run(key, wave("one", step("tool-off", StepKind.PIPELINE)));
        this.driver.decide(key, "tool-off", "fail-wave");
        this.driver.awaitWave(run, "one", WaveState.FAILED);
    }

    private void decide(long run, FailureChoice choice, String target) {
        this.acting.as("deployment-manager",
                () -> this.failures.decide(this.driver.stepOf(run, "a").id(), choice, target, "As agreed."));
    }

    private void told(long run, boolean succeeded) {
        this.acting.as("deployment-manager", () -> this.steps.told(this.driver.stepOf(run, "tool").subject(), succeeded,
                StepSource.CALLBACK, "Exit code 1"));
    }

}
