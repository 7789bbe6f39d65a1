package io.slipway.planning;

/**
 * A submitted plan still waits for approvals although their time is over.
 *
 * @param waiting how many approvals are missing
 */
public record PlanApprovalOverdue(String key, int waiting) {
}
