package io.slipway.release;

import java.time.Instant;
import java.util.List;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import org.jspecify.annotations.Nullable;

/**
 * A release as lists and boards show it.
 *
 * @param owner user name of its release manager
 * @param plannedStart when the deployment shall begin, UTC
 * @param environment where it is deployed
 * @param phaseAt since when it is in its phase, UTC; null if nobody knows
 * @param plannedEnd when it shall be done, UTC
 * @param endedAt when it ended, UTC
 * @param deviations in which ways it differed, once it has ended: names of deviations,
 * the gravest first
 */
public record ReleaseSummary(String key, String name, ReleaseType type, DeploymentModel model, String owner,
        Phase phase, ReleaseStatus status, String environment, List<String> services, @Nullable Instant phaseAt,
        @Nullable Instant plannedStart, @Nullable Instant plannedEnd, @Nullable Instant endedAt,
        @Nullable Phase rolledBackIn, List<String> deviations) {
}
