package io.slipway.planning.plan;

import io.slipway.identity.Role;

/**
 * Somebody whom a plan counts on in a role.
 *
 * @param userName user name of who acts in it
 */
public record PlannedPerson(Role role, String userName) {
}
