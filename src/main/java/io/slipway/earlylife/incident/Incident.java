package io.slipway.earlylife.incident;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An incident that monitoring reported of a release.
 *
 * @param id identifies it within the portal
 * @param priority 1, the most severe, to 4; null if that was not told
 * @param environment where
 * @param ticket address of a ticket
 * @param openedAt when it was first seen, UTC; null while only its end is known
 * @param resolvedAt when it was over, UTC; null while it is open
 */
public record Incident(long id, String source, String subject, @Nullable Integer priority, @Nullable String description,
        @Nullable String service, @Nullable String environment, @Nullable String ticket, @Nullable Instant openedAt,
        @Nullable Instant resolvedAt) {
}
