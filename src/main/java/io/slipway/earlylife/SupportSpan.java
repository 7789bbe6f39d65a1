package io.slipway.earlylife;

import java.time.Instant;

/**
 * The early life support of a release in time, as calendars show it.
 *
 * @param start when it began, UTC
 * @param end when it ended, or shall end, UTC
 */
public record SupportSpan(String releaseKey, Instant start, Instant end, SupportStatus status, int version) {
}
