package io.slipway.deployment;

import java.time.Instant;

/**
 * Published when a deployment was verified and its release is live.
 *
 * @param startedAt when it began, UTC
 * @param finishedAt when it was done, UTC
 * @param verifiedAt when it was verified, UTC
 */
public record ReleaseDeployed(String releaseKey, int attempt, Instant startedAt, Instant finishedAt,
        Instant verifiedAt) {
}
