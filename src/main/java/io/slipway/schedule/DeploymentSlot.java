package io.slipway.schedule;

import java.time.Instant;
import java.util.List;

import io.slipway.policy.ReleaseType;

/**
 * A deployment in time, as windows and freezes judge it.
 *
 * @param releaseKey key of the release; empty while it has none
 * @param environment where it goes, such as {@code production}
 * @param start when it begins, UTC
 * @param end when it shall be done, UTC, after the start
 */
public record DeploymentSlot(String releaseKey, ReleaseType type, List<String> services, String environment,
        Instant start, Instant end) {

    /** The same deployment at another time, of the same length. */
    public DeploymentSlot at(Instant newStart) {
        return new DeploymentSlot(this.releaseKey, this.type, this.services, this.environment, newStart,
                newStart.plus(java.time.Duration.between(this.start, this.end)));
    }

}
