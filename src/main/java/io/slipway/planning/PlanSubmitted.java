package io.slipway.planning;

import java.util.List;

/**
 * Tells that a plan was submitted to its stakeholders.
 *
 * @param revision counts the submissions, 1 for the first
 * @param approvers user names of those asked
 */
public record PlanSubmitted(String key, int revision, List<String> approvers) {
}
