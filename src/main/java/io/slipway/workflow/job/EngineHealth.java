package io.slipway.workflow.job;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How well the engine keeps up with its work.
 *
 * @param oldestDue since when the longest waiting job is due; null if none is
 * @param untaken due jobs that no node has taken, counted like {@link JobCounts}
 * @param nodes the nodes seen within a day, the one asked first
 */
public record EngineHealth(boolean active, @Nullable Instant oldestDue, int untaken, List<EngineNode> nodes) {
}
