package io.slipway.deployment;

import java.time.Instant;

/**
 * A backup taken before a deployment.
 *
 * @param location where it is kept, at most 500 characters
 * @param takenAt when it was taken, UTC
 * @param verifiedAt when restoring from it was verified, UTC
 */
public record Backup(String location, Instant takenAt, Instant verifiedAt) {
}
