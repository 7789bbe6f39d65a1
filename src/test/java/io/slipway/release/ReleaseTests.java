package io.slipway.release;

import java.time.Instant;
import java.util.List;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A release guards its own transitions, whoever asks for them.
 */
class ReleaseTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final ReleaseOutline OUTLINE = new ReleaseOutline("Cards", ReleaseType.MAJOR, DeploymentModel.PHASED,
            new ReleaseSchedule(List.of("Payments"), "production", null, null, 14));

    private final Release release = new Release("PAY-1", OUTLINE, "rosa", NOW);

    @Test
    void beginsOpenInItsPlan() {
        assertThat(this.release.status()).isEqualTo(ReleaseStatus.OPEN);
        assertThat(this.release.phase()).isEqualTo(Phase.PLAN);
        assertThat(this.release.cancellable()).isTrue();
    }

    @Test
    void isCancelledBeforeItIsLiveOnly() {
        this.release.beginPhase(Phase.EARLY_LIFE_SUPPORT, Instant.EPOCH);
        assertThat(this.release.cancellable()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> this.release.cancel("No", NOW));
    }

    @Test
    void doesNothingMoreOnceCancelled() {
        this.release.cancel("Not needed", NOW);
        assertThat(this.release.status()).isEqualTo(ReleaseStatus.CANCELLED);
        assertThatIllegalStateException().isThrownBy(() -> this.release.beginPhase(Phase.BUILD, Instant.EPOCH));
        assertThatIllegalStateException().isThrownBy(() -> this.release.cancel("Again", NOW));
        assertThatIllegalStateException().isThrownBy(() -> this.release.outline(OUTLINE));
        assertThatIllegalStateException().isThrownBy(() -> this.release.rollBack("Late", NOW));
    }

    @Test
    void isNotRolledBackBeforeItsDeployment() {
        assertThatIllegalStateException().isThrownBy(() -> this.release.rollBack("Early", NOW));
    }

    @Test
    void endsLiveOrRolledBackAfterItsReview() {
        this.release.beginPhase(Phase.DEPLOY, Instant.EPOCH);
        assertThatIllegalStateException().isThrownBy(() -> this.release.close(NOW));
        this.release.beginPhase(Phase.REVIEW, Instant.EPOCH);
        this.release.close(NOW);
        assertThat(this.release.status()).isEqualTo(ReleaseStatus.CLOSED);

        Release taken = new Release("PAY-2", OUTLINE, "rosa", NOW);
        taken.beginPhase(Phase.DEPLOY, Instant.EPOCH);
        taken.rollBack("Payments failed", NOW);
        taken.beginPhase(Phase.REVIEW, Instant.EPOCH);
        taken.close(NOW);
        assertThat(taken.status()).isEqualTo(ReleaseStatus.ROLLED_BACK);
    }

}
