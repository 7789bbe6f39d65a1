package io.slipway.deployment.web;

import jakarta.validation.constraints.Pattern;

/**
 * What was told to whom before the deployment. Times are in the person's zone.
 *
 * @param audience who was told
 * @param channel how
 * @param text what was told
 * @param announcedAt when
 * @param outcome the pressed button: {@code announced}
 */
record AnnounceDeploymentForm(String audience, String channel, String text, String announcedAt,
        @Pattern(regexp = "announced", message = "{deployment.outcome.missing}") String outcome) {
}
