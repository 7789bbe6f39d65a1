package io.slipway.identity.people;

import java.util.Set;

import io.slipway.identity.Role;

/**
 * What administrators may change about a person at any time.
 *
 * @param fullName the name to show, up to 100 characters
 * @param email address for mail, up to 254 characters
 * @param zone name of the time zone in which the person reads times
 * @param roles own roles, without those of the groups
 */
public record PersonProfile(String fullName, String email, String zone, Set<Role> roles, Set<Long> groups) {
}
