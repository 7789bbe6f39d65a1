package io.slipway.deployment.web;

/**
 * How the former baseline was restored. Times are in the person's zone.
 *
 * @param baseline what was restored, and how that was checked
 * @param outcome the pressed button: {@code restored}
 */
record RollBackReleaseForm(String finishedAt, String baseline, String outcome) {
}
