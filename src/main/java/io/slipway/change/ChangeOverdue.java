package io.slipway.change;

/**
 * The board did not decide on a change in time; it never counts as authorised by that.
 *
 * @param number number of the change record
 */
public record ChangeOverdue(String releaseKey, String number, ChangeType type) {
}
