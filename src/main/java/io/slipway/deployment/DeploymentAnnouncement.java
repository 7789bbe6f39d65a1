package io.slipway.deployment;

import java.time.Instant;

/**
 * What was told to whom before a deployment.
 *
 * @param audience who was told, at most 500 characters
 * @param channel how, at most 200 characters
 * @param text what was told, at most 4,000 characters
 * @param announcedAt when, UTC
 */
public record DeploymentAnnouncement(String audience, String channel, String text, Instant announcedAt) {
}
