package io.slipway.deployment.rollback;

import java.time.Instant;

/**
 * Tells that a release can neither stay nor be taken back, so that a major incident is
 * open.
 *
 * @param reason what does not work
 */
public record MajorIncidentDeclared(String releaseKey, String reason, Instant at) {
}
