package io.slipway.planning.collision;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A collision before it has words.
 *
 * @param blocking whether the deployment cannot be as planned
 * @param code which words: the message's last part
 * @param with key of the other release, or user name
 * @param from since when, UTC
 * @param until until when, UTC; null if nobody knows
 */
record Clash(CollisionKind kind, boolean blocking, String code, String with, List<String> things, Instant from,
        @Nullable Instant until) {
}
