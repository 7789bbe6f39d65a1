package io.slipway.identity;

import java.time.Instant;

/**
 * More attempts to sign in as somebody failed than one forgets: once for each episode.
 *
 * @param at when it was noticed, UTC
 * @param failures how many had failed by then
 */
public record GuessingNoticed(String userName, Instant at, int failures) {
}
