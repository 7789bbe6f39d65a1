package io.slipway.release;

import java.time.Instant;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.plan.PlanDraft;
import org.jspecify.annotations.Nullable;

/**
 * A release with its plan, as pages and other features see it.
 *
 * @param key its key, such as {@code PAY-2026.11} or {@code REL-000042}
 * @param name its name
 * @param type how far it reaches
 * @param model how it reaches production
 * @param owner user name of its release manager
 * @param phase where it is on its way
 * @param status whether it is under way or how it ended
 * @param plan its plan
 * @param registeredAt when it was registered, UTC
 * @param endedAt when it ended, UTC
 * @param rolledBackAt when it was rolled back, UTC
 * @param rolledBackIn the phase in which it was rolled back
 * @param endReason why it was cancelled or rolled back
 * @param version counts its changes, for forms
 */
public record ReleaseDetails(String key, String name, ReleaseType type, DeploymentModel model, String owner,
        Phase phase, ReleaseStatus status, ReleasePlan plan, Instant registeredAt, @Nullable Instant endedAt,
        @Nullable Instant rolledBackAt, @Nullable Phase rolledBackIn, @Nullable String endReason, int version) {

    /**
     * Tells whether it is under way.
     * @return whether it has not ended
     */
    public boolean open() {
        return this.status == ReleaseStatus.OPEN;
    }

    /**
     * The plan as it now stands, ready to be changed.
     * @return a draft that would change nothing
     */
    public PlanDraft draft() {
        return new PlanDraft(this.name, this.type, this.model, this.plan.scope(), this.plan.services(),
                this.plan.plannedStart(), this.plan.plannedEnd(), this.plan.rollbackCriteria(),
                this.plan.rollbackPlan(), this.plan.communicationPlan(), this.plan.supportDays(), this.plan.approvers(),
                this.plan.details());
    }

}
