package io.slipway.identity.guessing;

/**
 * An attempt that was written down before its password is looked at.
 *
 * @param id its row
 * @param account the account as typed, lower case
 * @param place where it comes from
 */
public record Attempt(long id, String account, Origin place) {
}
