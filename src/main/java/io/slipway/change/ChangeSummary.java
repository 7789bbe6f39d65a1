package io.slipway.change;

import java.time.Instant;
import java.util.List;

import io.slipway.policy.Risk;
import org.jspecify.annotations.Nullable;

/**
 * A change record, as lists show it.
 *
 * @param releaseKey key of the release whose deployment it authorises
 * @param services names of the services it touches
 * @param plannedStart when its deployment is planned to start, UTC
 */
public record ChangeSummary(String number, String releaseKey, String title, ChangeType type, Risk risk,
        ChangeStatus status, List<String> services, @Nullable Instant plannedStart) {
}
