package io.slipway.calendar;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A personal address under which a calendar program reads the calendar. The address
 * itself is known to its owner only.
 *
 * @param id identifies the subscription
 * @param userName user name of its owner
 * @param createdAt when it was made, UTC
 * @param lastUsedAt when a program last read it, UTC, at most an hour late; null if none
 * did
 */
public record Subscription(long id, String userName, String name, Set<Layer> layers, Instant createdAt,
        @Nullable Instant lastUsedAt) {
}
