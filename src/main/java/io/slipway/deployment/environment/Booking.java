package io.slipway.deployment.environment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A time for which an environment is wanted.
 *
 * @param releaseKey the release that it is for; null if it is for none
 * @param alone whether nobody else may be there meanwhile
 * @param startsAt from when, UTC
 * @param endsAt until when, UTC, exclusive
 * @param bookedAt when it was booked, UTC
 */
public record Booking(long id, String environment, @Nullable String releaseKey, String purpose, boolean alone,
        Instant startsAt, Instant endsAt, String bookedBy, Instant bookedAt, boolean cancelled,
        @Nullable Instant cancelledAt, @Nullable String cancelledBy, @Nullable String cancelReason) {

    /** Whether two bookings are of one time. */
    boolean overlaps(Instant from, Instant to) {
        return this.startsAt.isBefore(to) && this.endsAt.isAfter(from);
    }

}
