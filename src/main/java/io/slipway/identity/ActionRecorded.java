package io.slipway.identity;

import java.time.Instant;

/**
 * Published synchronously, inside the transaction of the act, for the audit record.
 *
 * @param at when, UTC, milliseconds
 */
public record ActionRecorded(Actor actor, Instant at, JournalEntry entry) {
}
