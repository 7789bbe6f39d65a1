package io.slipway.schedule;

import java.time.Instant;
import java.time.ZoneId;

/**
 * One occurrence of a release window or freeze.
 *
 * @param periodId id of the window or freeze
 * @param kind {@code WINDOW}, {@code HARD_FREEZE} or {@code SOFT_FREEZE}
 * @param scope what it applies to, as text for people
 * @param concerned the same, by name
 * @param zone the zone in which it recurs
 * @param start when it begins, UTC
 * @param end when it ends, UTC, exclusive
 */
public record Occurrence(long periodId, PeriodKind kind, String name, String reason, String scope,
        PeriodScope concerned, ZoneId zone, Instant start, Instant end) {
}
