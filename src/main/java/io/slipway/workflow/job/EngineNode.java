package io.slipway.workflow.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One node that runs the engine, and what it has taken on.
 *
 * @param id the name by which it locks jobs
 * @param host the machine; the id of a node that never said who it is
 * @param here whether it is the node that answers
 * @param active whether it runs jobs
 * @param silent whether it has not been heard of for two minutes
 * @param startedAt since when it runs; null if it never said
 * @param seenAt when it was heard of last; null if it never was
 * @param taken due jobs that it has taken, counted like {@link JobCounts}
 */
public record EngineNode(String id, String host, boolean here, boolean active, boolean silent,
        @Nullable Instant startedAt, @Nullable Instant seenAt, int taken) {
}
