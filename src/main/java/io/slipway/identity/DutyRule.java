package io.slipway.identity;

/**
 * A named rule of separation of duties: it keeps two duties on one release in different
 * hands.
 *
 * @param id its name, such as {@code authoriser-does-not-deploy}
 */
public record DutyRule(String id, Duty first, Duty second) {
}
