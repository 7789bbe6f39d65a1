package io.slipway.api.release;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.slipway.planning.collision.Collision;
import io.slipway.planning.collision.CollisionReport;
import org.jspecify.annotations.Nullable;

/**
 * What is in the way of a planned deployment, as tools read it.
 *
 * @param release key of the release
 * @param blocking whether it cannot be as planned
 * @param nextFree the first start at which nothing is in the way; null without collisions
 * @param collisions what is in the way, blocking ones first
 */
record CollisionsAnswer(String release, boolean blocking, @Nullable Instant nextFree, List<Entry> collisions) {

    static CollisionsAnswer of(String release, CollisionReport report) {
        return new CollisionsAnswer(release, report.blocking(), report.nextFree(),
                report.collisions().stream().map(Entry::of).toList());
    }

    /**
     * One collision.
     *
     * @param kind such as {@code service} or {@code person-away}
     * @param blocking whether it is more than a warning
     * @param with the other release's key, the period's or the person's name
     * @param where address of the page where it can be changed
     * @param from since when
     * @param until until when; null if nobody knows
     */
    record Entry(String kind, boolean blocking, String reason, String with, String where, Instant from,
            @Nullable Instant until) {

        static Entry of(Collision collision) {
            return new Entry(collision.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), collision.blocking(),
                    collision.reason(), collision.with(), collision.link(), collision.from(), collision.until());
        }

    }

}
