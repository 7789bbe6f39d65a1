package io.slipway.workflow.job;

import java.time.Duration;
import java.time.Instant;

import io.slipway.database.NodeClock;
import org.jspecify.annotations.Nullable;

/**
 * One node that runs the engine, and what it has taken on.
 *
 * @param id the name by which it locks jobs
 * @param host the machine; the id of a node that never said who it is
 * @param here whether it is the node that answers
 * @param silent whether it has not been heard of for two minutes
 * @param startedAt since when it runs; null if it never said
 * @param seenAt when it was heard of last; null if it never was
 * @param taken due jobs that it has taken, counted like {@link JobCounts}
 * @param clockAhead how far its machine's clock is ahead of the database's
 */
public record EngineNode(String id, String host, boolean here, boolean active, boolean silent,
        @Nullable Instant startedAt, @Nullable Instant seenAt, int taken, Duration clockAhead) {

    /** Whether its clock differs from the database's by more than is let be. */
    public boolean clockDiffers() {
        return this.clockAhead.abs().compareTo(NodeClock.TOLERATED) > 0;
    }

    /**
     * By how much its clock differs, ahead or behind.
     * @return whole seconds
     */
    public long clockOff() {
        return this.clockAhead.abs().toSeconds();
    }

}
