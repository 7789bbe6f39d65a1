package io.slipway.monitor.timeline;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A time that was planned, beside what became of it.
 *
 * @param phase name of the phase to which it belongs
 * @param id {@code deployment} or {@code support}
 * @param plannedFrom begin by the plan, UTC
 * @param plannedTo end by the plan, UTC
 * @param from when it began in fact, UTC; null if it has not
 * @param to when it ended in fact, UTC; null if it has not
 */
record Window(String phase, String id, Instant plannedFrom, Instant plannedTo, @Nullable Instant from,
        @Nullable Instant to) {
}
