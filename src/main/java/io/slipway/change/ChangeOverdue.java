package io.slipway.change;

/**
 * The board did not decide on a change in time; it never counts as authorised by that.
 *
 * @param number number of the change record
 * @param type which board has to decide
 */
public record ChangeOverdue(String releaseKey, String number, ChangeType type) {
}
