package io.slipway.schedule;

import java.time.Instant;
import java.util.List;

/**
 * Tells which releases are planned, so that the schedule can say what a freeze would hit.
 * The feature that owns releases implements it.
 */
public interface PlannedReleases {

    /**
     * Open releases whose planned time overlaps a period.
     * @param from begin of the period, UTC
     * @param to end of the period, UTC, exclusive
     * @param limit the most to return
     * @return the releases by planned start, then key
     */
    List<PlannedRelease> overlapping(Instant from, Instant to, int limit);

}
