package io.slipway.audit.chain;

import java.time.Instant;

/**
 * A checkpoint for whoever wants one each day, to keep it outside.
 *
 * @param rows how many rows it covers
 * @param at when it was signed, UTC
 * @param note its text with all signatures
 */
public record CheckpointOfTheDay(long rows, Instant at, String note) {
}
