package io.slipway.identity;

import java.time.Instant;

/**
 * A time in which somebody is away and cannot act.
 *
 * @param from since when, UTC
 * @param until until when, UTC, exclusive
 */
public record AwayTime(String userName, Instant from, Instant until) {
}
