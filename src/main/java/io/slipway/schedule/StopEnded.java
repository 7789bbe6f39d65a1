package io.slipway.schedule;

import java.time.Instant;

/**
 * Tells, inside the transaction, that somebody released the stopped line.
 *
 * @param by user name of who released it
 * @param at when, UTC
 */
public record StopEnded(String by, Instant at, String reason) {
}
