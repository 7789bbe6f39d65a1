package io.slipway.planning;

import java.time.Instant;
import java.util.List;

import io.slipway.identity.Act;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.policy.Risk;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSchedule;
import io.slipway.release.ReleaseStatus;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A plan is written, submitted and confirmed in its phase, and amended after it.
 */
class ReleasePlanTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final PlanPolicy POLICY = new PlanPolicy(Risk.LOW, false, true, true, 7, List.of());

    private final ReleaseDetails planned = release(ReleaseStatus.OPEN, Phase.PLAN);

    private final ReleasePlan first = ReleasePlan.first("PAY-1", draft("stakeholder"));

    @Test
    void confirmsNoPlanThatWasNotSubmitted() {
        assertThatIllegalStateException().isThrownBy(() -> this.first.confirmed(this.planned, NOW));
    }

    @Test
    void submitsNoPlanThatNamesNobodyToApproveIt() {
        ReleasePlan nobody = this.first.written(this.planned, draft(""));
        assertThatIllegalStateException()
            .isThrownBy(() -> nobody.submitted(this.planned, POLICY, new Act("rosa", NOW)));
    }

    @Test
    void changesNoPlanThatIsApproved() {
        assertThatIllegalStateException().isThrownBy(() -> approved().written(this.planned, draft("stakeholder")));
    }

    @Test
    void takesTheApprovalBackWhenThePlanBeginsAgain() {
        ReleasePlan again = approved().reopened();
        assertThat(again.approved()).isFalse();
        assertThat(again.written(this.planned, draft("stakeholder"))
            .submitted(this.planned, POLICY, new Act("rosa", NOW))
            .revision()).isEqualTo(2);
    }

    @Test
    void isWrittenNoMoreOnceItsReleaseHasEndedOrMovedOn() {
        assertThatIllegalStateException()
            .isThrownBy(() -> this.first.written(release(ReleaseStatus.CANCELLED, Phase.PLAN), draft("stakeholder")));
        assertThatIllegalStateException()
            .isThrownBy(() -> this.first.written(release(ReleaseStatus.OPEN, Phase.BUILD), draft("stakeholder")));
    }

    @Test
    void isAmendedOnceApprovedAndUntilItIsDeployed() {
        ReleaseDetails building = release(ReleaseStatus.OPEN, Phase.BUILD);
        ReleasePlan amended = approved().amended(building, draft("other"), false);
        assertThat(amended.revision()).isEqualTo(2);
        assertThat(amended.changeDigest()).isEqualTo(approved().digest()).isNotEqualTo(amended.digest());
        assertThat(approved().amended(building, draft("other"), true).changeDigest()).isEqualTo(amended.digest());
        assertThatIllegalStateException().isThrownBy(() -> this.first.amended(building, draft("other"), false));
        assertThatIllegalStateException()
            .isThrownBy(() -> approved().amended(release(ReleaseStatus.OPEN, Phase.REVIEW), draft("other"), false));
    }

    private ReleasePlan approved() {
        return this.first.submitted(this.planned, POLICY, new Act("rosa", NOW)).confirmed(this.planned, NOW);
    }

    private static Plan draft(String approver) {
        return PlanYaml.read("{name: Cards, type: major, model: phased, scope: Tokens, services: [Payments]}")
            .withPeople(new Plan.People(approver.isEmpty() ? List.of() : List.of(approver), List.of()));
    }

    private static ReleaseDetails release(ReleaseStatus status, Phase phase) {
        return new ReleaseDetails("PAY-1", "Cards", ReleaseType.MAJOR, DeploymentModel.PHASED, "rosa", phase, status,
                new ReleaseSchedule(List.of("Payments"), "production", null, null, 14), NOW, null, null, null, null, 1);
    }

}
