package io.slipway.planning;

/**
 * A submitted plan still waits for approvals although their time is over.
 *
 * @param key the release's key
 * @param waiting how many approvals are missing
 */
public record PlanApprovalOverdue(String key, int waiting) {
}
