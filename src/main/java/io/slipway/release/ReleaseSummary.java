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
 * @param endedAt when it ended, UTC
 */
public record ReleaseSummary(String key, String name, ReleaseType type, DeploymentModel model, String owner,
        Phase phase, ReleaseStatus status, List<String> services, @Nullable Instant plannedStart,
        @Nullable Instant endedAt, @Nullable Phase rolledBackIn) {
}
