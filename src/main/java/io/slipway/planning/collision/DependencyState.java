package io.slipway.planning.collision;

import java.time.Instant;

import io.slipway.planning.plan.DependencyKind;
import io.slipway.release.Phase;
import org.jspecify.annotations.Nullable;

/**
 * How another release stands that a release depends on, or that depends on it.
 *
 * @param of key of the release whose dependency it is seen as
 * @param asked whether the release asks it of the other one; otherwise the other asks
 * @param start when the other one is planned to begin, UTC
 * @param end when it is planned to be done, UTC
 */
public record DependencyState(String of, DependencyKind kind, boolean asked, String key, Standing standing, Phase phase,
        @Nullable Instant start, @Nullable Instant end) {

    boolean overlaps(Instant from, Instant until) {
        return this.start != null && this.end != null && this.start.isBefore(until) && this.end.isAfter(from);
    }

    /** How far a release is, as others depend on it. */
    public enum Standing {

        /** Not live yet. */
        COMING,
        /** Deployed and verified. */
        LIVE,
        /** Cancelled or rolled back: it will not be live. */
        GONE

    }

}
