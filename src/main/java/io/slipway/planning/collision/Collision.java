package io.slipway.planning.collision;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something in the way of a planned deployment.
 *
 * @param releaseKey key of the release that is in trouble
 * @param blocking whether the deployment cannot be as planned; otherwise it is a warning
 * @param with what it collides with: a release's key, a period's name, a person's name
 * @param link address of the page where that can be changed
 * @param from since when they collide, UTC
 * @param until until when, UTC; null if nobody knows
 */
public record Collision(String releaseKey, CollisionKind kind, boolean blocking, String reason, String with,
        String link, Instant from, @Nullable Instant until) {
}
