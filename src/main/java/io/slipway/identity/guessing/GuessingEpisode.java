package io.slipway.identity.guessing;

import java.time.Instant;

/**
 * A time in which many attempts to sign in as somebody failed. Instants are UTC.
 *
 * @param id identifies it
 * @param lastAt when the last of them failed
 */
public record GuessingEpisode(long id, Instant beganAt, Instant lastAt, int failures) {
}
