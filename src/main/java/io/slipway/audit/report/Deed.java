package io.slipway.audit.report;

import java.time.Instant;

import io.slipway.identity.Duty;

/**
 * Something that a person did on a release, as the fact that came of it says, and not as
 * a guard noted it.
 *
 * @param person user name
 * @param at when, UTC
 */
public record Deed(String releaseKey, Duty duty, String person, Instant at) {
}
