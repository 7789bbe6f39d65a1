package io.slipway.deployment.environment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A booking as somebody asks for it.
 *
 * @param releaseKey the release that it is for; empty for none
 * @param alone whether nobody else may be there meanwhile
 * @param from when it begins, UTC; null if it was not given
 * @param to when it ends, UTC, exclusive; null if it was not given
 */
public record BookingDraft(String releaseKey, String purpose, boolean alone, @Nullable Instant from,
        @Nullable Instant to) {
}
