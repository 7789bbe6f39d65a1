package io.slipway.workflow.history;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One time that a release went through a phase.
 *
 * @param phase name of the phase, such as {@code PLAN}
 * @param startedAt when it began, UTC
 * @param endedAt when it ended, UTC; null while it runs
 * @param broken whether it was left before its end, by an error or from outside
 */
public record PhaseRun(String phase, Instant startedAt, @Nullable Instant endedAt, boolean broken) {
}
