package io.slipway.deployment;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Deployments and go decisions allow what their status allows, and nothing else.
 */
class DeploymentTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final Act ACT = new Act("dan", NOW, "Smoke tests");

    private static final Run RUN = new Run("production", NOW, NOW.plusSeconds(60), "");

    @Test
    void isLiveOnceVerifiedAndMayStillBeRolledBack() {
        Deployment deployment = new Deployment("PAY-1", 1, RUN, true, "dan");
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
        Deployment deployment = new Deployment("PAY-1", 1, RUN, false, "dan");
        assertThatIllegalStateException().isThrownBy(() -> deployment.verify(ACT));
        deployment.retry(ACT);
        assertThatIllegalStateException().isThrownBy(() -> deployment.orderRollback(ACT));
    }

    @Test
    void isNotRolledBackBeforeThatWasDecided() {
        Deployment deployment = new Deployment("PAY-1", 1, RUN, true, "dan");
        deployment.refute(ACT);
        assertThat(deployment.status().failed()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> deployment.rollBack(ACT, NOW));
    }

    @Test
    void resolvesANoGoOnce() {
        GoDecisionRecord decision = GoDecisionRecord.noGo("PAY-1", "Network", "[]", "dan", NOW);
        decision.resolve(ACT);
        assertThatIllegalStateException().isThrownBy(() -> decision.withdraw(ACT));
        GoDecisionRecord go = GoDecisionRecord.go("PAY-1", "[]", "dan", NOW);
        assertThatIllegalStateException().isThrownBy(() -> go.resolve(ACT));
    }

}
