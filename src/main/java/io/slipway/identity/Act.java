package io.slipway.identity;

import java.time.Instant;

/**
 * Who did something, and when: what is kept with all that somebody did.
 *
 * @param by user name
 * @param at when, UTC
 */
public record Act(String by, Instant at) {
}
