package io.slipway.change;

/**
 * A change was authorised or rejected.
 *
 * @param number number of the change record
 * @param authorised whether its deployment may begin
 * @param reason why it was rejected; empty if it was authorised without a remark
 */
public record ChangeDecided(String releaseKey, String number, ChangeType type, boolean authorised, String reason) {
}
