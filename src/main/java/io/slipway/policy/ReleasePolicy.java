package io.slipway.policy;

import java.util.List;

import io.slipway.approval.ApprovalRule;

/**
 * What a release needs, as the policy decided.
 *
 * @param changeApprovals who must authorise its change; the minimum is the quorum
 * @param windowRequired whether it may be deployed within a release window only
 * @param gates names of the gates that it has to pass
 * @param supportDays the least length of early life support, in days
 * @param reviewRequired whether a post-implementation review is held
 * @param byRule names of the steps that pass by themselves once every fact is green, such
 * as {@code start-deployment}
 */
public record ReleasePolicy(List<ApprovalRule> planApprovals, List<ApprovalRule> changeApprovals,
        boolean windowRequired, boolean freezeBinding, List<String> gates, int supportDays, boolean reviewRequired,
        List<String> byRule, DecisionReference decision) {
}
