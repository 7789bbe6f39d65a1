package io.slipway.identity.people;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A time in which a person is away, as that person sees it.
 *
 * @param id its number
 * @param from since when, UTC
 * @param until until when, UTC
 * @param reason why, in the person's words; null if that was not said
 */
public record AbsenceDetails(long id, Instant from, Instant until, @Nullable String reason) {
}
