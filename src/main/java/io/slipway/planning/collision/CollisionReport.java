package io.slipway.planning.collision;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Everything in the way of one planned deployment, and when it could be instead.
 *
 * @param collisions what it collides with, blocking ones first
 * @param nextFree the first start at which a deployment of the same length collides with
 * nothing, UTC; null if there are no collisions, or no such start within 400 days
 */
public record CollisionReport(List<Collision> collisions, @Nullable Instant nextFree) {

    /** Nothing in the way. */
    public static final CollisionReport NONE = new CollisionReport(List.of(), null);

    /** Whether anything is in the way. */
    public boolean any() {
        return !this.collisions.isEmpty();
    }

    /** Whether the deployment cannot be as planned. */
    public boolean blocking() {
        return this.collisions.stream().anyMatch(Collision::blocking);
    }

}
