package io.slipway.identity;

import java.time.Instant;
import java.util.List;

/**
 * Published synchronously, inside the transaction of many acts at once, for the audit
 * record.
 *
 * @param at when, UTC, milliseconds
 * @param entries what was done, in this order
 */
public record ActionsRecorded(Actor actor, Instant at, List<JournalEntry> entries) {
}
