package io.slipway.identity.people;

import java.util.Set;

import io.slipway.identity.Role;

/**
 * What administrators may change about a group.
 *
 * @param name its name, unique, up to 60 characters
 * @param description what it is for, up to 300 characters
 * @param roles what its members may act as
 */
public record GroupProfile(String name, String description, Set<Role> roles, Set<String> members) {
}
