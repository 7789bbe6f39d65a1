package io.slipway.deployment.web;

/**
 * How the former baseline was restored. Times are in the person's zone.
 *
 * @param baseline what was restored, and how that was checked; or why that failed
 * @param outcome the pressed button: {@code restored} or {@code not-restored}
 */
record RollBackReleaseForm(String finishedAt, String baseline, String outcome) {
}
