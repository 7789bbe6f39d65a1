package io.slipway.planning;

/**
 * Tells that somebody who was asked rejected a plan.
 */
public record PlanRejected(String key, int revision, String by, String reason) {
}
