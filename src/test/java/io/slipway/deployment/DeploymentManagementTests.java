package io.slipway.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.slipway.deployment.Readiness.Condition;
import io.slipway.identity.Act;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is recorded of a deployment is complete and possible, whoever records it; nothing
 * starts while a condition is not met.
 */
@SlipwayTest
class DeploymentManagementTests {

    @Autowired
    DeploymentManagement deployments;

    @Autowired
    DeploymentReadiness readiness;

    @Autowired
    DeploymentRepository repository;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    private String key = "";

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void startsADeployment() {
        this.key = this.driver.register("Deployment " + UUID.randomUUID());
        this.now = this.clock.stop();
        this.repository.save(Deployment.start(this.key, 1, "production", "0".repeat(64),
                new Act("deployment-manager", this.now.minus(Duration.ofMinutes(20)))));
    }

    @Test
    void finishesWhenItCanHaveAndWithWordsIfItFailed() {
        refuses("finishedAt: deployment.finishedAt.missing, notes: deployment.notes.missing",
                () -> this.deployments.finish(this.key, null, "  ", false));
        refuses("notes: ui.too-long, finishedAt: deployment.time.future",
                () -> this.deployments.finish(this.key, this.now.plusSeconds(1), "n".repeat(4001), true));
        refuses("finishedAt: deployment.finishedAt.too-early",
                () -> this.deployments.finish(this.key, this.now.minus(Duration.ofMinutes(22)), "", true));
        assertThat(newest().status()).isEqualTo(DeploymentStatus.STARTED);
        act(() -> this.deployments.finish(this.key, this.now, " Slow.\n", true));
        assertThat(newest().run().notes()).isEqualTo("Slow.");
    }

    @Test
    void isVerifiedOrRefutedByWhatWasChecked() {
        act(() -> this.deployments.finish(this.key, this.now, "", true));
        refuses("checks: deployment.checks.missing", () -> this.deployments.verify(this.key, " "));
        refuses("checks: ui.too-long", () -> this.deployments.verify(this.key, "c".repeat(2001)));
        refuses("checks: deployment.checks.missing", () -> this.deployments.refute(this.key, ""));
        assertThat(newest().status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        act(() -> this.deployments.refute(this.key, "Refunds fail."));
        assertThat(newest().verification()).isEqualTo(new Statement("deployment-manager", this.now, "Refunds fail."));
    }

    @Test
    void isRetriedOrRolledBackForAReason() {
        act(() -> this.deployments.finish(this.key, this.now, "No disk.", false));
        refuses("reason: deployment.failure.reason.missing", () -> this.deployments.retry(this.key, "\t"));
        refuses("reason: deployment.failure.reason.missing",
                () -> this.deployments.orderRollback(this.key, "", Role.DEPLOYMENT_MANAGER));
        act(() -> this.deployments.orderRollback(this.key, "It fails again.", Role.DEPLOYMENT_MANAGER));
        refuses("finishedAt: deployment.rollback.finishedAt.missing, baseline: deployment.baseline.missing",
                () -> this.deployments.rollBack(this.key, null, ""));
        refuses("baseline: ui.too-long, finishedAt: deployment.rollback.too-early",
                () -> this.deployments.rollBack(this.key, this.now.minus(Duration.ofHours(1)), "b".repeat(4001)));
        act(() -> this.deployments.rollBack(this.key, this.now, "Version 1.3, smoke tests pass."));
        assertThat(newest().rolledBackAt()).isEqualTo(this.now);
    }

    @Test
    void startsNothingWhileAConditionIsNotMetAndNamesEach() {
        Readiness answer = this.readiness.of(this.key);
        assertThat(answer.allowed()).isFalse();
        assertThat(answer.asOf()).isEqualTo(this.now);
        assertThat(answer.unmet()).extracting(Condition::rule)
            .contains("release-phase", "change-authorised", "checklist-release-plan", "checklist-backups")
            .doesNotContain("stop-the-line", "one-deployment-per-service", "planned-time");
        assertThat(answer.warnings()).extracting(Condition::rule).contains("planned-time");
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("deployment-manager", () -> this.deployments.start(this.key)))
            .satisfies((refusal) -> {
                assertThat(refusal.code()).isEqualTo("deployment.start.unready");
                String line = refusal.arguments()[0].toString();
                assertThat(answer.unmet()).allSatisfy((condition) -> assertThat(line).contains(condition.reason()));
            });
    }

    private DeploymentDetails newest() {
        return this.deployments.newestOf(this.key).orElseThrow();
    }

    private void act(Runnable act) {
        this.acting.as("deployment-manager", act);
    }

    private void refuses(String problems, Runnable act) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> act(act)).withMessage(problems);
    }

}
