package io.slipway.release;

import java.time.Instant;
import java.util.List;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.policy.Risk;
import io.slipway.release.plan.PlanDraft;
import io.slipway.release.plan.PlanPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A release guards its own transitions, whoever asks for them.
 */
class ReleaseTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final PlanPolicy POLICY = new PlanPolicy(Risk.LOW, false, true, true, 7, List.of());

    private final Release release = new Release("PAY-1", "Cards", ReleaseType.MAJOR, DeploymentModel.PHASED, "rosa",
            NOW);

    @Test
    void beginsOpenInItsPlan() {
        assertThat(this.release.status()).isEqualTo(ReleaseStatus.OPEN);
        assertThat(this.release.phase()).isEqualTo(Phase.PLAN);
        assertThat(this.release.cancellable()).isTrue();
    }

    @Test
    void confirmsNoPlanThatWasNotSubmitted() {
        assertThatIllegalStateException().isThrownBy(() -> this.release.confirmPlan(NOW));
    }

    @Test
    void submitsNoPlanThatNamesNobodyToApproveIt() {
        this.release.writePlan(draft("", null));
        assertThatIllegalStateException().isThrownBy(() -> this.release.submitPlan("rosa", NOW, "", POLICY));
    }

    @Test
    void changesNoPlanThatIsApproved() {
        approvePlan();
        assertThatIllegalStateException().isThrownBy(() -> this.release.writePlan(draft("stakeholder", null)));
    }

    @Test
    void takesTheApprovalBackWhenThePlanBeginsAgain() {
        approvePlan();
        this.release.beginPhase(Phase.PLAN);
        assertThat(this.release.planApproved()).isFalse();
        this.release.writePlan(draft("stakeholder", null));
        this.release.submitPlan("rosa", NOW, "", POLICY);
        assertThat(this.release.planRevision()).isEqualTo(2);
    }

    @Test
    void isCancelledBeforeItIsLiveOnly() {
        this.release.beginPhase(Phase.EARLY_LIFE_SUPPORT);
        assertThat(this.release.cancellable()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> this.release.cancel("No", NOW));
    }

    @Test
    void doesNothingMoreOnceCancelled() {
        this.release.cancel("Not needed", NOW);
        assertThat(this.release.status()).isEqualTo(ReleaseStatus.CANCELLED);
        assertThatIllegalStateException().isThrownBy(() -> this.release.beginPhase(Phase.BUILD));
        assertThatIllegalStateException().isThrownBy(() -> this.release.cancel("Again", NOW));
        assertThatIllegalStateException().isThrownBy(() -> this.release.writePlan(draft("stakeholder", null)));
        assertThatIllegalStateException().isThrownBy(() -> this.release.rollBack("Late", NOW));
    }

    @Test
    void isNotRolledBackBeforeItsDeployment() {
        assertThatIllegalStateException().isThrownBy(() -> this.release.rollBack("Early", NOW));
    }

    @Test
    void endsLiveOrRolledBackAfterItsReview() {
        this.release.beginPhase(Phase.DEPLOY);
        assertThatIllegalStateException().isThrownBy(() -> this.release.close(NOW));
        this.release.beginPhase(Phase.REVIEW);
        this.release.close(NOW);
        assertThat(this.release.status()).isEqualTo(ReleaseStatus.CLOSED);

        Release taken = new Release("PAY-2", "Cards", ReleaseType.MAJOR, DeploymentModel.PHASED, "rosa", NOW);
        taken.beginPhase(Phase.DEPLOY);
        taken.rollBack("Payments failed", NOW);
        taken.beginPhase(Phase.REVIEW);
        taken.close(NOW);
        assertThat(taken.status()).isEqualTo(ReleaseStatus.ROLLED_BACK);
    }

    private void approvePlan() {
        this.release.writePlan(draft("stakeholder", null));
        this.release.submitPlan("rosa", NOW, "", POLICY);
        this.release.confirmPlan(NOW);
    }

    private static PlanDraft draft(String approver, @Nullable Instant start) {
        return new PlanDraft("Cards", ReleaseType.MAJOR, DeploymentModel.PHASED, "Tokens", List.of("Payments"), start,
                null, "Failures", "Switch back", "Mail", 14, approver.isEmpty() ? List.of() : List.of(approver));
    }

}
