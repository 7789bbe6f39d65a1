package io.slipway.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.DeploymentStatus;
import io.slipway.deployment.rollback.Rollback;
import io.slipway.deployment.rollback.RollbackDeadlines;
import io.slipway.deployment.rollback.RollbackManagement;
import io.slipway.deployment.rollback.ToolsBack;
import io.slipway.deployment.rollback.WayBack;
import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.RunStatus;
import io.slipway.deployment.run.WaveState;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.policy.DeploymentModel;
import io.slipway.release.ReleaseStatus;
import io.slipway.schedule.stop.StopManagement;
import io.slipway.test.MutableClock;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.RunDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.SomeWayBack;
import io.slipway.test.WaveDriver;
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

import static io.slipway.test.WaveDriver.after;
import static io.slipway.test.WaveDriver.last;
import static io.slipway.test.WaveDriver.step;
import static io.slipway.test.WaveDriver.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Releases are deployed in each of the four ways, and taken back: the tests together
 * reach each flow node and each sequence flow of those models.
 */
@SlipwayTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeploymentProcessTests {

    static final Set<String> PROCESSES = Set.of("DeployReleaseProcess", "RollBackReleaseProcess", "RollBackWaveProcess",
            "RunBigBangProcess", "RunPhasedProcess", "RunContinuousProcess");

    @Autowired
    ReleaseDriver driver;

    @Autowired
    RunDriver run;

    @Autowired
    WaveDriver waves;

    @Autowired
    RunManagement runs;

    @Autowired
    DeploymentManagement deployments;

    @Autowired
    RollbackManagement rollbacks;

    @Autowired
    RollbackDeadlines deadlines;

    @Autowired
    ToolsBack tools;

    @Autowired
    SomeWayBack wayBack;

    @Autowired
    StopManagement line;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    RecordedActions actions;

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
    void phasedWithAFailingSecondWaveRolledBack() {
        String key = this.waves.start("Phased with a bad wave", DeploymentModel.PHASED,
                wave("north", step("n", "Switch north back")),
                wave("south", step("s", "Switch south back"), after("t", "s", null)));
        long first = this.waves.live(key);
        this.run.done(key, "n");
        this.run.done(key, "s");
        this.waves.fail(key, "t", "fail-wave");
        this.waves.act(key, "decide-on-failed-wave", "roll-back-wave", "reason", "South sees errors.");
        this.waves.takeBack(key, "t");
        this.waves.takeBack(key, "s");
        this.driver.retryDeployment(key);
        assertThat(this.rollbacks.ofRelease(key)).singleElement().satisfies((rollback) -> {
            assertThat(rollback.wave()).isEqualTo("south");
            assertThat(rollback.outcome()).isEqualTo(Rollback.Outcome.DONE);
        });
        assertThat(this.runs.head(first)).satisfies((head) -> {
            assertThat(head.state()).isEqualTo(RunStatus.FAILED);
            assertThat(head.attempt()).isOne();
        });
        this.driver.startDeployment(key);
        // North is live already: only the second wave is run again.
        this.run.done(key, "s");
        this.run.done(key, "t");
        this.driver.verifyDeployment(key);
        assertThat(this.run.waveOf(this.waves.live(key), "north").state()).isEqualTo(WaveState.PLANNED);
        assertThat(this.runs.head(this.waves.live(key)).state()).isEqualTo(RunStatus.DONE);
        assertThat(this.deployments.newestOf(key).orElseThrow().status()).isEqualTo(DeploymentStatus.VERIFIED);
    }

    @Test
    void phasedTakenBackInReverse() {
        String key = this.waves.start("Phased taken back", DeploymentModel.PHASED,
                wave("north", step("n", "Switch north back")), wave("south", step("s", "")),
                wave("west", step("w", null)));
        this.run.done(key, "n");
        this.run.done(key, "s");
        this.waves.fail(key, "w", "fail-wave");
        this.waves.act(key, "decide-on-failed-wave", "roll-back-all", "reason", "All see errors.");
        this.run.act(key, "take-step-back", "Step w", "failed", "reason", "The lock is held.");
        this.run.act(key, "decide-on-failed-rollback", "Step w", "escalate", "reason", "Who knows the lock?");
        this.run.act(key, "decide-on-failed-rollback", "Step w", "major-incident", "reason", "West is down.");
        this.run.act(key, "decide-on-failed-rollback", "Step w", "retry", "reason", "The lock is gone.");
        this.waves.takeBack(key, "w");
        this.waves.takeBack(key, "n");
        this.waves.act(key, "roll-back-release", "not-restored", "baseline", "North still shows the new page.");
        this.waves.act(key, "decide-on-failed-rollback", "retry", "reason", "The cache is cleared.");
        this.driver.rollBackRelease(key);
        assertThat(this.driver.await(key, "hold-review").phase()).isEqualTo("REVIEW");
        assertThat(this.rollbacks.steps(this.rollbacks.ofRelease(key))).extracting(WayBack::step)
            .containsExactly("w", "s", "n");
        assertThat(this.actions.of(key)).contains("deployment.rollback-escalated", "deployment.major-incident-declared",
                "deployment.rollback-tried-again", "deployment.baseline-not-restored", "deployment.rolled-back");
    }

    @Test
    void phasedAskedBackInAStepAndKept() {
        String key = this.waves.start("Phased kept", DeploymentModel.PHASED,
                wave("north", step("n", "Switch north back")), wave("south", step("s", "")));
        this.waves.fail(key, "n", "roll-back");
        this.waves.takeBack(key, "n");
        this.driver.retryDeployment(key);
        this.driver.startDeployment(key);
        this.waves.fail(key, "n", "fail-wave");
        this.waves.act(key, "decide-on-failed-wave", "keep", "reason", "It serves well enough.");
        this.driver.decideRollback(key);
        String fix = this.driver.registerEmergency("The fix");
        this.run.act(key, "take-step-back", "Step n", "failed", "reason", "It does not start any more.");
        assertThatThrownBy(() -> this.run.act(key, "decide-on-failed-rollback", "Step n", "fix-forward", "reason",
                "It cannot.", "followUp", key))
            .isInstanceOf(InvalidInputException.class);
        this.run.act(key, "decide-on-failed-rollback", "Step n", "fix-forward", "reason", "It cannot.", "followUp",
                fix);
        this.driver.await(key, "hold-review");
        assertThat(this.deployments.newestOf(key).orElseThrow().status()).isEqualTo(DeploymentStatus.FIXED_FORWARD);
        assertThat(this.rollbacks.ofRelease(key).get(0).followUp()).isEqualTo(fix);
    }

    @Test
    void aCanaryAbortsItselfAndToolsTakeItBack() {
        String key = this.waves.start("Canary", DeploymentModel.CONTINUOUS,
                wave("one", step("back-1", "The pipeline goes back")),
                wave("five", step("back-2", "The pipeline goes back")));
        this.run.done(key, "back-1");
        this.waves.fail(key, "back-2", "fail-wave");
        tellTool(key, "back-2", true);
        tellTool(key, "back-1", true);
        this.driver.await(key, "hold-review");
        assertThat(this.deployments.newestOf(key).orElseThrow()).satisfies((attempt) -> {
            assertThat(attempt.status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
            assertThat(attempt.rollback().text()).contains("Step back-2, Step back-1");
        });
    }

    @Test
    void aCanaryWhoseToolSaysNothingIsTakenBackByPeople() {
        String key = this.waves.start("Canary of a silent tool", DeploymentModel.CONTINUOUS,
                wave("one", step("back-1", "The pipeline goes back")), wave("five", step("f", null)));
        this.run.done(key, "back-1");
        this.waves.fail(key, "f", "roll-back");
        this.waves.takeBack(key, "f");
        Awaitility.await().until(() -> !this.wayBack.subjects(key, "back-1").isEmpty());
        this.clock.advance(Duration.ofMinutes(31));
        this.run.act(key, "decide-on-failed-rollback", "Step back-1", "retry", "reason", "By hand, then.");
        this.waves.takeBack(key, "back-1");
        this.driver.rollBackRelease(key);
        this.driver.await(key, "hold-review");
    }

    @Test
    void aCanaryThatPassesGoesLive() {
        String key = this.waves.start("Canary that passes", DeploymentModel.CONTINUOUS, wave("one", step("c", "Back")));
        this.run.done(key, "c");
        this.driver.verifyDeployment(key);
    }

    @Test
    void aCanaryPastItsPointOfNoReturnAsksAPerson() {
        String key = this.waves.start("Canary without a way back", DeploymentModel.CONTINUOUS,
                wave("one", last("m"), after("c", "m", "Back")));
        this.run.done(key, "m");
        this.waves.fail(key, "c", "fail-wave");
        assertThatThrownBy(() -> this.waves.act(key, "decide-on-late-rollback", "roll-back", "reason", "All the same."))
            .isInstanceOf(InvalidInputException.class);
        this.waves.act(key, "decide-on-late-rollback", "keep", "reason", "We fix it forward.");
        this.driver.retryDeployment(key);
        this.driver.startDeployment(key);
        this.run.done(key, "m");
        this.waves.fail(key, "c", "fail-wave");
        this.waves.act(key, "decide-on-late-rollback", "roll-back", "reason", "All the same.", "confirmed", "true");
        this.driver.await(key, "take-step-back");
    }

    @Test
    void aBigBangPastItsRollbackDeadline() {
        String key = this.waves.start("Big bang, late", DeploymentModel.BIG_BANG,
                wave("all", step("a", "Restore the dump")));
        assertThat(this.deadlines.of(this.waves.live(key))).satisfies((deadline) -> {
            assertThat(deadline.at()).isAfter(this.clock.instant());
            assertThat(deadline.rehearsals()).isZero();
        });
        this.clock.advance(Duration.ofMinutes(110));
        this.waves.fail(key, "a", "fail-wave");
        this.waves.act(key, "decide-on-late-rollback", "keep", "reason", "The window is nearly over.");
        assertThatThrownBy(() -> this.driver.decideRollback(key)).isInstanceOf(InvalidInputException.class);
        this.waves.act(key, "decide-on-failure", "roll-back", "reason", "No way around it.", "confirmed", "true");
        this.waves.takeBack(key, "a");
        this.driver.rollBackRelease(key);
        this.driver.await(key, "hold-review");
        assertThat(this.rollbacks.ofRelease(key)).singleElement().matches(Rollback::late);
    }

    @Test
    void aBigBangInTimeIsTakenBackAsAWhole() {
        String key = this.waves.start("Big bang", DeploymentModel.BIG_BANG, wave("all", step("a", "Restore the dump")));
        this.waves.fail(key, "a", "fail-wave");
        this.waves.takeBack(key, "a");
        this.waves.act(key, "roll-back-release", "not-restored", "baseline", "The dump is not whole.");
        this.waves.act(key, "decide-on-failed-rollback", "fix-forward", "reason", "There is no other dump.", "followUp",
                this.driver.registerEmergency("The way forward"));
        this.driver.await(key, "hold-review");
    }

    @Test
    void aLateBigBangIsRolledBackAllTheSame() {
        String key = this.waves.start("Big bang, late and back", DeploymentModel.BIG_BANG,
                wave("all", step("a", "Restore")));
        this.clock.advance(Duration.ofMinutes(110));
        this.waves.fail(key, "a", "fail-wave");
        this.waves.act(key, "decide-on-late-rollback", "roll-back", "reason", "As agreed.", "confirmed", "true");
        this.driver.await(key, "take-step-back");
    }

    @Test
    void aBigBangThatSucceedsIsVerified() {
        String key = this.waves.start("Big bang that works", DeploymentModel.BIG_BANG,
                wave("all", step("a", "Restore the dump")));
        this.run.done(key, "a");
        this.driver.verifyDeployment(key);
    }

    @Test
    void parallelEndsWithItsFirstWave() {
        String key = this.waves.start("Parallel at its begin", DeploymentModel.PARALLEL, wave("up", step("u", null)),
                wave("over", step("o", null)));
        this.waves.fail(key, "u", "fail-wave");
        this.driver.await(key, "decide-on-failure");
    }

    @Test
    void inOnePieceAsBefore() {
        String key = this.driver.register("In one piece");
        this.driver.prepare(key);
        this.driver.announce(key);
        this.driver.decideNoGo(key);
        this.driver.resolveNoGo(key);
        this.driver.decideGo(key);
        this.driver.confirmBackups(key);
        this.driver.startDeployment(key);
        this.driver.failDeployment(key);
        this.driver.retryDeployment(key);
        this.driver.startDeployment(key);
        this.driver.deployPackage(key);
        this.driver.failVerification(key);
        this.driver.retryDeployment(key);
        this.driver.giveUpRetry(key);
        this.driver.rollBackRelease(key);
        this.driver.review(key, "FAILED");
        this.driver.awaitStatus(key, ReleaseStatus.ROLLED_BACK);
        assertThatThrownBy(() -> this.acting.as("deployment-manager",
                () -> this.deployments.orderRollback(key, "Once more.", Role.DEPLOYMENT_MANAGER)))
            .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void heldWhileTheLineIsStopped() {
        String key = this.driver.register("Held in one piece");
        String other = this.waves.start("Held in waves", DeploymentModel.BIG_BANG, wave("all", step("a", null)));
        this.driver.prepare(key);
        this.waves.startPrepared(key);
        this.run.done(other, "a");
        this.driver.await(other, "verify-deployment");
        this.acting.as("operations", () -> this.line.stop("The network is unsteady."));
        try {
            this.driver.deployPackage(key);
            this.driver.await(key, "hold-deployment");
        }
        finally {
            this.acting.as("release-manager", () -> this.line.release("It is steady again."));
        }
        this.driver.await(key, "verify-deployment");
        this.driver.failVerification(key);
        this.driver.retryDeployment(key);
        this.driver.startDeployment(key);
        this.acting.as("operations", () -> this.line.stop("The network is unsteady."));
        try {
            this.driver.deployPackage(key);
            this.driver.rollBackHeld(key);
        }
        finally {
            this.acting.as("release-manager", () -> this.line.release("It is steady again."));
        }
        this.driver.await(key, "roll-back-release");
    }

    @Test
    void withdrawnBeforeItStarts() {
        String key = this.driver.register("Withdrawn");
        this.driver.prepare(key);
        this.driver.announce(key);
        this.driver.decideNoGo(key);
        this.driver.withdraw(key);
        this.driver.awaitStatus(key, ReleaseStatus.CANCELLED);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void missesNoElementOfTheseModels() {
        Map<String, BpmnModelInstance> models = new HashMap<>(ModelFiles.all());
        models.keySet().retainAll(PROCESSES);
        Awaitility.await().untilAsserted(() -> assertThat(this.coverage.missed(models)).isEmpty());
    }

    private void tellTool(String key, String step, boolean succeeded) {
        Awaitility.await(step + " is taken back")
            .until(() -> this.wayBack.subjects(key, step)
                .stream()
                .anyMatch((subject) -> this.acting.as("deployment-manager",
                        () -> this.tools.told(subject, succeeded, "Rolled back."))));
    }

}
