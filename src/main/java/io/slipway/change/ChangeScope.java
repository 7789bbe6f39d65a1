package io.slipway.change;

import java.time.Instant;

import io.slipway.packaging.PackageDetails;
import io.slipway.planning.ReleasePlan;
import io.slipway.release.ReleaseDetails;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What exactly is to be authorised, as it was when the change was requested.
 *
 * @param environment where it is deployed to
 * @param plannedStart when the deployment is planned to start, UTC
 * @param plannedEnd when the deployment is planned to end, UTC
 * @param digest SHA-256 of plan, package and items; null before the first request
 */
@Embeddable
public record ChangeScope(String environment, @Nullable Instant plannedStart, @Nullable Instant plannedEnd,
        @Nullable String digest) {

    static final ChangeScope UNKNOWN = new ChangeScope("production", null, null, null);

    static ChangeScope of(ReleaseDetails release, ReleasePlan plan, PackageDetails content) {
        return new ChangeScope(release.environment(), release.plannedStart(), release.plannedEnd(),
                ChangeDigest.of(release, plan, content));
    }

}
