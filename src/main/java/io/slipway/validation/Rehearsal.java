package io.slipway.validation;

import java.time.Instant;

/**
 * One rehearsal of a rollback plan.
 *
 * @param succeeded whether the former state was restored
 * @param rehearsedAt when it was done, UTC
 * @param notes what was seen, at most 4,000 characters
 */
public record Rehearsal(boolean succeeded, Instant rehearsedAt, int durationMinutes, String notes) {
}
