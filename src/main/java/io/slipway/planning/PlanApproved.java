package io.slipway.planning;

/**
 * Tells that every named stakeholder approved a plan.
 */
public record PlanApproved(String key, int revision) {
}
