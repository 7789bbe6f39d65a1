package io.slipway.deployment.web;

import jakarta.validation.constraints.Pattern;

/**
 * What was told to whom before the deployment. Times are in the person's zone.
 *
 * @param outcome the pressed button: {@code announced}
 */
record AnnounceDeploymentForm(String audience, String channel, String text, String announcedAt,
        @Pattern(regexp = "announced", message = "{deployment.outcome.missing}") String outcome) {
}
