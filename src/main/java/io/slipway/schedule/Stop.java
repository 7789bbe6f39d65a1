package io.slipway.schedule;

import java.time.Instant;

/**
 * The stopped line: no deployment starts anywhere.
 *
 * @param by user name of who stopped it
 * @param at when, UTC
 */
public record Stop(String by, Instant at, String reason) {
}
