package io.slipway.planning;

/**
 * Tells that every named stakeholder approved a plan.
 *
 * @param revision the submission that was approved
 */
public record PlanApproved(String key, int revision) {
}
