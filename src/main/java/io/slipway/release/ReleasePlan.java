package io.slipway.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.slipway.release.plan.PlanDetails;
import io.slipway.release.plan.PlanPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a release as it now stands. Texts may be empty while it is being written.
 *
 * @param revision counts the submissions, 0 before the first
 * @param scope what is delivered and what is not
 * @param services the services it touches
 * @param plannedStart when the deployment shall begin, UTC
 * @param plannedEnd when it shall be done, UTC
 * @param rollbackCriteria the conditions under which it is backed out
 * @param rollbackPlan the steps that restore the former baseline
 * @param communicationPlan who is told what and when
 * @param supportDays length of early life support in days
 * @param approvers user names of the stakeholders who must approve
 * @param details what reaches beyond the release itself
 * @param submittedBy user name of who submitted it last
 * @param submittedAt when it was submitted last, UTC
 * @param approvedAt when the last of them approved, UTC
 * @param digest SHA-256 of the plan as last submitted or amended, in hexadecimal digits;
 * null before the first submission
 * @param changeDigest the digest that an authorised change is bound to: that of the plan
 * when it last changed in a way that makes an authorisation void
 * @param policy what the policy decided at the last submission; null before the first
 */
public record ReleasePlan(int revision, String scope, List<String> services, @Nullable Instant plannedStart,
        @Nullable Instant plannedEnd, String rollbackCriteria, String rollbackPlan, String communicationPlan,
        int supportDays, List<String> approvers, PlanDetails details, @Nullable String submittedBy,
        @Nullable Instant submittedAt, @Nullable Instant approvedAt, @Nullable String digest,
        @Nullable String changeDigest, @Nullable PlanPolicy policy) {

    /**
     * Tells whether all who have to have approved it.
     * @return whether it is approved
     */
    public boolean approved() {
        return this.approvedAt != null;
    }

    /**
     * Until when early life support lasts if the deployment ends as planned.
     * @return the instant, UTC; null while the planned end is not known
     */
    public @Nullable Instant supportEndsAt() {
        return (this.plannedEnd != null) ? this.plannedEnd.plus(Duration.ofDays(this.supportDays)) : null;
    }

}
