package io.slipway.deployment.rollback;

/**
 * Tells that a check of a live run's wave failed: what was agreed as a reason to roll
 * back has come about.
 *
 * @param check what the check is called where it is watched, unique for it
 * @param reason one sentence with the figures
 */
public record RollbackCriterionMet(String releaseKey, long runId, String wave, String check, String reason) {
}
