package io.slipway.workflow.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A job that may be done.
 *
 * @param release key of the release; null for the engine's own work
 * @param dueAt since or from when; null for at once
 */
public record DueJob(String id, @Nullable String release, @Nullable Instant dueAt) {
}
