package io.slipway.schedule;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A release for which an exception from a freeze may be requested.
 *
 * @param priority how urgent its work is, 0 to 100
 * @param open whether it has not ended
 * @param plannedStart when its deployment is planned to begin, UTC; null if it is not
 * @param plannedEnd when it shall be done, UTC
 */
public record ReleaseCandidate(String key, String name, String phase, int priority, boolean open,
        @Nullable Instant plannedStart, @Nullable Instant plannedEnd) {

    /**
     * When a deployment of the planned length is done that begins at whatever moment of
     * the planned time.
     * @return the instant; null if nothing is planned
     */
    public @Nullable Instant latestEnd() {
        return (this.plannedStart != null && this.plannedEnd != null)
                ? this.plannedEnd.plus(Duration.between(this.plannedStart, this.plannedEnd)) : null;
    }

}
