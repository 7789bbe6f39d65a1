package io.slipway.planning;

/**
 * A submitted plan still waits for approvals although their time is over.
 */
public record PlanApprovalOverdue(String key, int waiting) {
}
