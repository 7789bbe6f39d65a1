package io.slipway.deployment;

import java.time.Instant;

/**
 * An announcement with who recorded it.
 *
 * @param by user name of who recorded it
 * @param at when it was recorded, UTC
 */
public record AnnouncementDetails(DeploymentAnnouncement content, String by, Instant at) {
}
