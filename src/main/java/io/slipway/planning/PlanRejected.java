package io.slipway.planning;

/**
 * Tells that somebody who was asked rejected a plan.
 *
 * @param revision the submission that was rejected
 * @param by user name of who rejected it
 * @param reason why, in that person's words
 */
public record PlanRejected(String key, int revision, String by, String reason) {
}
