package io.slipway.deployment.check;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One reading of a check, as it is kept.
 *
 * @param value as it was measured; null if there was none
 * @param threshold the condition that decided; empty if none was met
 * @param query what was asked
 * @param note what else is to be said, such as an error
 * @param toldBy the source, the tool or the person
 */
public record Reading(long id, Instant takenAt, ReadingOutcome outcome, @Nullable String value, String threshold,
        String query, String note, String toldBy) {
}
