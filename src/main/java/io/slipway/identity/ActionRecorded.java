package io.slipway.identity;

import java.time.Instant;

/**
 * Published synchronously, inside the transaction of the act, for the audit record.
 *
 * @param actor who did it
 * @param at when, UTC, milliseconds
 * @param entry what was done
 */
public record ActionRecorded(Actor actor, Instant at, JournalEntry entry) {
}
