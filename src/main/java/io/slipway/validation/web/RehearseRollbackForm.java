package io.slipway.validation.web;

/**
 * How the rehearsal of the rollback plan went. Times are in the person's zone.
 *
 * @param durationMinutes how many minutes it took
 * @param notes what was seen
 * @param outcome the pressed button: {@code succeeded}, {@code failed}
 */
record RehearseRollbackForm(String rehearsedAt, String durationMinutes, String notes, String outcome) {
}
