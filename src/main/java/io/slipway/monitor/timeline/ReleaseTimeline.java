package io.slipway.monitor.timeline;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The timeline of one release as its page shows it.
 *
 * @param from when the release was registered, UTC
 * @param to when it ended, UTC; null while it is under way
 * @param now when this was put together, UTC
 * @param phases the phases that were reached or planned, in their order
 * @param shares what the time was spent on; null if that is not known for every step
 */
record ReleaseTimeline(Instant from, @Nullable Instant to, Instant now, List<PhaseBlock> phases,
        @Nullable TimeShares shares, Chart chart) {

    /** Tells whether nothing can be shown yet. */
    public boolean empty() {
        return this.phases.stream().allMatch((phase) -> phase.entries().isEmpty());
    }

    /** What was planned, and what became of it. */
    public List<Window> windows() {
        return this.phases.stream().flatMap((phase) -> phase.windows().stream()).toList();
    }

    /** Tells whether for some step waiting and working cannot be told apart. */
    public boolean partial() {
        return this.phases.stream().flatMap((phase) -> phase.entries().stream()).anyMatch((entry) -> !entry.known());
    }

}
