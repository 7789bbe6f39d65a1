package io.slipway.deployment.environment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is in the way of a deployment into an environment, or speaks for it.
 *
 * @param comesAfter where the release has to be verified first; null if that is not asked
 * @param readyDays how long a confirmation holds; 0 if none is asked
 * @param readyAt when it was confirmed, UTC
 * @param heldFor the other release that has it to itself, if it is one
 * @param heldPurpose what for; null if nobody else has it
 * @param heldBy user name of who asked for it
 * @param heldAt since when, UTC
 * @param bookedFor the other release for which it is booked now, if it is one
 * @param bookedPurpose what for; null if nobody else booked it
 * @param bookedUntil until when, UTC
 */
public record EnvironmentClaim(String environment, @Nullable String comesAfter, int readyDays,
        @Nullable Instant readyAt, @Nullable String readyBy, @Nullable String heldFor, @Nullable String heldPurpose,
        @Nullable String heldBy, @Nullable Instant heldAt, @Nullable String bookedFor, @Nullable String bookedPurpose,
        @Nullable String bookedBy, @Nullable Instant bookedUntil) {
}
