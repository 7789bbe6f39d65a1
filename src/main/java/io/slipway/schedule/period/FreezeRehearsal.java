package io.slipway.schedule.period;

import java.time.Instant;
import java.util.List;

import io.slipway.schedule.Interval;
import io.slipway.schedule.PlannedRelease;
import io.slipway.schedule.Timeline.Effect;
import org.jspecify.annotations.Nullable;

/**
 * What a freeze would do, seen before it is saved.
 *
 * @param occurrences how often it occurs until the horizon
 * @param next its next occurrences, five at most
 * @param hits the releases that it hits, by planned start
 * @param more whether there are more than those
 * @param looked how many planned releases were looked at
 */
public record FreezeRehearsal(int occurrences, List<Interval> next, List<Hit> hits, boolean more, int looked) {

    /** Releases that are shown at most. */
    public static final int MOST = 200;

    /**
     * What would happen to one release.
     *
     * @param release the release and its planned time
     * @param effect what the freeze does to it
     * @param until when that occurrence ends, UTC
     * @param next when it could begin instead, UTC; null if not within 400 days
     */
    public record Hit(PlannedRelease release, Effect effect, Instant until, @Nullable Instant next) {
    }

}
