package io.slipway.earlylife.incident;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An incident that is not over, with the release that it is linked to.
 *
 * @param priority 1, the most severe, to 4; null if that was not told
 * @param openedAt when it was first seen, UTC
 */
public record OpenIncident(String releaseKey, String subject, @Nullable Integer priority, @Nullable String description,
        @Nullable String service, @Nullable Instant openedAt) {
}
