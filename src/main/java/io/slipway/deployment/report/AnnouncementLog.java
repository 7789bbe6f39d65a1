package io.slipway.deployment.report;

import java.time.Instant;
import java.util.List;

import io.slipway.deployment.DeploymentAnnouncement;

/**
 * Knows what the portal itself has announced of a release.
 */
public interface AnnouncementLog {

    /**
     * What was sent, and reached somebody, of all that was due until an instant.
     * @param until the instant, UTC
     * @return by the time when it was due, each as it was sent
     */
    List<DeploymentAnnouncement> sent(String releaseKey, Instant until);

}
