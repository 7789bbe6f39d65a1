package io.slipway.deployment.rollback;

import java.time.Instant;

/**
 * Tells that a rollback fails, and that those who answer for the release are called for
 * help.
 *
 * @param reason what is wanted of them
 * @param by user name of who calls
 */
public record RollbackEscalated(String releaseKey, String reason, String by, Instant at) {
}
