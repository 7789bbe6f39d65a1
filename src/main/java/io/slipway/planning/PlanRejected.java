package io.slipway.planning;

/**
 * Tells that somebody who was asked rejected a plan.
 *
 * @param reason why, in that person's words
 */
public record PlanRejected(String key, int revision, String by, String reason) {
}
