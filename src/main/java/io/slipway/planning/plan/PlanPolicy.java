package io.slipway.planning.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.slipway.approval.ApprovalRule;
import io.slipway.identity.Role;
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
     * A decision as it was kept.
     * @param supportDays the least length of early life support in days
     * @param approvals what {@link #approvalText()} gave
     */
    public static PlanPolicy of(Risk risk, boolean windowRequired, boolean freezeBinding, boolean reviewRequired,
            int supportDays, String approvals) {
        return new PlanPolicy(risk, windowRequired, freezeBinding, reviewRequired, supportDays,
                Arrays.stream(approvals.split(","))
                    .filter((rule) -> !rule.isEmpty())
                    .map((rule) -> rule.split(":"))
                    .map((parts) -> new ApprovalRule(Role.of(parts[0]).orElseThrow(), Integer.parseInt(parts[1])))
                    .toList());
    }

    /**
     * The approvals in one column.
     * @return role and minimum of each, separated by commas
     */
    public String approvalText() {
        return this.approvals.stream()
            .map((rule) -> rule.role().id() + ":" + rule.minimum())
            .collect(Collectors.joining(","));
    }

}
