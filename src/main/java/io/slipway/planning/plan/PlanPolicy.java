package io.slipway.planning.plan;

import java.util.List;

import io.slipway.approval.ApprovalRule;
import io.slipway.policy.ReleasePolicy;
import io.slipway.policy.Risk;

/**
 * What the policy decided for a release when its plan was last submitted, as lists and
 * rules need it.
 *
 * @param supportDays the least length of early life support in days
 * @param approvals who must approve the plan besides those whom it names
 */
public record PlanPolicy(Risk risk, boolean windowRequired, boolean freezeBinding, boolean reviewRequired,
        int supportDays, List<ApprovalRule> approvals) {

    public PlanPolicy {
        approvals = List.copyOf(approvals);
    }

    /**
     * What the policy decides where so much is at stake.
     */
    public static PlanPolicy of(Risk risk, ReleasePolicy policy) {
        return new PlanPolicy(risk, policy.windowRequired(), policy.freezeBinding(), policy.reviewRequired(),
                policy.supportDays(), policy.planApprovals());
    }

}
