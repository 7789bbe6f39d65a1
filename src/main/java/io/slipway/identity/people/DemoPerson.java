package io.slipway.identity.people;

import io.slipway.identity.Role;

/**
 * Somebody of the demo company, as the sign-in page introduces them.
 *
 * @param userName the name to sign in with
 * @param role what the person may act as
 */
public record DemoPerson(String userName, String fullName, Role role) {
}
