package io.slipway.planning;

import java.time.Duration;
import java.time.Instant;

import io.slipway.identity.Act;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a release as it now stands, with what was decided on it. Each transition
 * refuses, with an {@link IllegalStateException}, to happen where the release's phase or
 * the plan's approval does not allow it.
 *
 * @param plan the plan; texts may be empty while it is being written
 * @param revision counts the submissions and amendments, 0 before the first
 * @param digest SHA-256 of the plan as last submitted or amended
 * @param changeDigest SHA-256 of the plan as far as an authorised change is bound to it
 * @param policy what the policy asked when it was submitted last
 * @param submittedBy user name of who submitted it last
 * @param submittedAt when it was submitted last, UTC
 * @param approvedAt when all who had to had approved it, UTC
 */
public record ReleasePlan(String key, Plan plan, int revision, @Nullable String digest, @Nullable String changeDigest,
        @Nullable PlanPolicy policy, @Nullable String submittedBy, @Nullable Instant submittedAt,
        @Nullable Instant approvedAt) {

    /** A plan that nobody submitted yet. */
    static ReleasePlan first(String key, Plan plan) {
        return new ReleasePlan(key, plan, 0, null, null, null, null, null, null);
    }

    ReleasePlan written(ReleaseDetails release, Plan draft) {
        requirePlanning(release);
        require(!approved(), "has an approved plan");
        return new ReleasePlan(this.key, draft, this.revision, this.digest, this.changeDigest, this.policy,
                this.submittedBy, this.submittedAt, null);
    }

    ReleasePlan submitted(ReleaseDetails release, PlanPolicy decided, Act act) {
        requirePlanning(release);
        require(!this.plan.people().approvers().isEmpty(), "names nobody to approve its plan");
        String now = PlanYaml.digest(this.plan);
        return new ReleasePlan(this.key, this.plan, this.revision + 1, now, now, decided, act.by(), act.at(), null);
    }

    /**
     * Changes an approved plan; what that makes void is for the process to bring back.
     */
    ReleasePlan amended(ReleaseDetails release, Plan draft, boolean changeVoid) {
        require(release.open(), "has ended");
        require(approved(), "has no approved plan");
        require(release.phase().compareTo(Phase.DEPLOY) <= 0, "is deployed");
        String now = PlanYaml.digest(draft);
        return new ReleasePlan(this.key, draft, this.revision + 1, now, changeVoid ? now : this.changeDigest,
                this.policy, this.submittedBy, this.submittedAt, this.approvedAt);
    }

    ReleasePlan confirmed(ReleaseDetails release, Instant at) {
        requirePlanning(release);
        require(this.revision > 0, "has no submitted plan");
        return approval(at);
    }

    ReleasePlan reopened() {
        return approval(null);
    }

    private ReleasePlan approval(@Nullable Instant at) {
        return new ReleasePlan(this.key, this.plan, this.revision, this.digest, this.changeDigest, this.policy,
                this.submittedBy, this.submittedAt, at);
    }

    private void requirePlanning(ReleaseDetails release) {
        require(release.open(), "has ended");
        require(release.phase() == Phase.PLAN, "is in phase " + release.phase() + ", not " + Phase.PLAN);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(this.key + " " + otherwise);
        }
    }

    /** Whether all who have to have approved it. */
    public boolean approved() {
        return this.approvedAt != null;
    }

    /** Until when early life support lasts if the deployment ends as planned. */
    public @Nullable Instant supportEndsAt() {
        Instant end = this.plan.times().plannedEnd();
        return (end != null) ? end.plus(Duration.ofDays(this.plan.support().supportDays())) : null;
    }

}
