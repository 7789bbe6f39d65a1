package io.slipway.schedule;

import java.time.Instant;

/**
 * Tells, inside the transaction, that somebody stopped the line.
 *
 * @param by user name of who stopped it
 * @param at when, UTC
 */
public record StopBegan(String by, Instant at, String reason) {
}
