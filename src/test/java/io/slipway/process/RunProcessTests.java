package io.slipway.process;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.StepManagement;
import io.slipway.deployment.run.StepSource;
import io.slipway.deployment.run.StepState;
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
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static io.slipway.test.RunDriver.step;
import static io.slipway.test.RunDriver.wave;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Waves and steps of runs go every way that their models know.
 */
@SlipwayTest
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

    @Test
    void stepsFollowEachOtherAsThePlanSays() {
        String key = this.releases.register("Steps in order");
        long run = this.driver.run(key, wave("one", step("a", StepKind.MANUAL), step("b", StepKind.MANUAL),
                step("c", StepKind.DECISION, "a", "b")));
        this.driver.awaitStep(run, "a", StepState.READY);
        this.driver.awaitWaiting(run, "c", "a,b");
        this.driver.done(key, "b");
        this.driver.awaitWaiting(run, "c", "a,b");
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

}
