package io.slipway.deployment;

import java.time.Instant;

import io.slipway.identity.Act;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Deployments and go decisions allow what their status allows, and nothing else.
 */
class DeploymentTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final Statement ACT = new Statement("dan", NOW, "Smoke tests");

    @Test
    void isLiveOnceVerifiedAndMayStillBeRolledBack() {
        Deployment deployment = ended(true);
        deployment.verify(ACT);
        assertThat(deployment.status()).isEqualTo(DeploymentStatus.VERIFIED);
        assertThatIllegalStateException().isThrownBy(() -> deployment.retry(ACT));
        deployment.orderRollback(ACT);
        deployment.rollBack(ACT, NOW.plusSeconds(600));
        assertThat(deployment.details().rolledBackAt()).isEqualTo(NOW.plusSeconds(600));
        assertThatIllegalStateException().isThrownBy(() -> deployment.orderRollback(ACT));
    }

    @Test
    void isNotVerifiedWhenItFailed() {
        Deployment deployment = ended(false);
        assertThatIllegalStateException().isThrownBy(() -> deployment.verify(ACT));
        deployment.retry(ACT);
        assertThatIllegalStateException().isThrownBy(() -> deployment.retry(ACT));
        deployment.orderRollback(ACT);
        assertThat(deployment.status()).isEqualTo(DeploymentStatus.ROLLING_BACK);
    }

    @Test
    void isNotRolledBackBeforeThatWasDecided() {
        Deployment deployment = ended(true);
        deployment.refute(ACT);
        assertThat(deployment.status().failed()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> deployment.rollBack(ACT, NOW));
    }

    @Test
    void runsFromItsStartUntilItsResultIsRecorded() {
        Deployment deployment = Deployment.start("PAY-1", 1, "production", "0".repeat(64), new Act("dan", NOW));
        assertThat(deployment.status()).isEqualTo(DeploymentStatus.STARTED);
        assertThat(deployment.run().finishedAt()).isNull();
        assertThatIllegalStateException().isThrownBy(() -> deployment.verify(ACT));
        assertThatIllegalStateException().isThrownBy(() -> deployment.orderRollback(ACT));
        deployment.finish(NOW.plusSeconds(60), "Slow", false);
        assertThat(deployment.status()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(deployment.run()).isEqualTo(new Run("production", NOW, NOW.plusSeconds(60), "Slow"));
        assertThatIllegalStateException().isThrownBy(() -> deployment.finish(NOW, "", true));
    }

    private static Deployment ended(boolean succeeded) {
        Deployment deployment = Deployment.start("PAY-1", 1, "production", "0".repeat(64), new Act("dan", NOW));
        deployment.finish(NOW.plusSeconds(60), "", succeeded);
        return deployment;
    }

}
