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

    /**
     * What became of all that was due until an instant.
     * @param until the instant, UTC
     * @return one for each, by its time
     */
    List<Told> due(String releaseKey, Instant until);

    /**
     * What became of an announcement that is due.
     *
     * @param dueAt when it was to be sent, UTC
     * @param audience whom it is for, as planned
     * @param sent whether it was handed to the outbox
     * @param reached how many have it, by mail or as a notice
     * @param read how many acknowledged it in the portal
     * @param waiting to whom its mail is still under way
     * @param missed whom it did not reach
     */
    record Told(Instant dueAt, String audience, boolean sent, int reached, int read, List<String> waiting,
            List<String> missed) {
    }

}
