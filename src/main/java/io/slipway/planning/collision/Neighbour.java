package io.slipway.planning.collision;

import java.time.Instant;

/**
 * Another deployment that shares something with one.
 *
 * @param kind {@code SERVICE}, {@code ITEM} or {@code PERSON_BUSY}
 * @param thing what they share: a service, an item's key, a user name
 * @param start when the other begins, UTC
 * @param end when the other shall be done, UTC
 */
record Neighbour(CollisionKind kind, String thing, String key, Instant start, Instant end) {

    boolean overlaps(Instant from, Instant until) {
        return this.start.isBefore(until) && this.end.isAfter(from);
    }

}
