package io.slipway.workflow.history;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A time in which a process waited in a step that is nobody's: for a timer, a message, or
 * a service that takes long or fails.
 *
 * @param name its label, or its id where it has none
 * @param phase name of the phase, empty if it is not known
 * @param startedAt when it began, UTC
 * @param endedAt when it ended, UTC; null if it still waits
 * @param cancelled whether it was left by cancellation
 */
public record SystemWait(String element, String name, String phase, Instant startedAt, @Nullable Instant endedAt,
        boolean cancelled) {
}
