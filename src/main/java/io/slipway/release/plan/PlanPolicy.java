package io.slipway.release.plan;

import java.util.List;

import io.slipway.approval.ApprovalRule;
import io.slipway.policy.Risk;

/**
 * What the policy decided for a release when its plan was last submitted, as lists and
 * rules need it.
 *
 * @param risk how much is at stake
 * @param windowRequired whether it may be deployed within a release window only
 * @param freezeBinding whether freezes bind it
 * @param reviewRequired whether a post-implementation review is held
 * @param supportDays the least length of early life support in days
 * @param approvals who must approve the plan besides those whom it names
 */
public record PlanPolicy(Risk risk, boolean windowRequired, boolean freezeBinding, boolean reviewRequired,
        int supportDays, List<ApprovalRule> approvals) {

    public PlanPolicy {
        approvals = List.copyOf(approvals);
    }

}
