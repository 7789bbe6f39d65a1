package io.slipway.deployment.rollback;

import java.time.Instant;

/**
 * Tells that the moment comes near after which a run cannot be taken back within its
 * window.
 *
 * @param runId the run
 * @param deadline until when, UTC
 * @param minutes how long taking it back would take
 */
public record RollbackDeadlineNear(String releaseKey, long runId, Instant deadline, int minutes) {
}
