package io.slipway.deployment.web;

/**
 * How the started deployment went. Times are in the person's zone.
 *
 * @param notes what was seen
 * @param outcome the pressed button: {@code succeeded}, {@code failed}
 */
record DeployPackageForm(String finishedAt, String notes, String outcome) {
}
