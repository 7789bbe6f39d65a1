package io.slipway.deployment.web;

/**
 * What was told to whom before the deployment. Times are in the person's zone.
 *
 * @param outcome the pressed button: {@code announced}
 */
record AnnounceDeploymentForm(String audience, String channel, String text, String announcedAt, String outcome) {
}
