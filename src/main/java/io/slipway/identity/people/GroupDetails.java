package io.slipway.identity.people;

import java.util.Set;

import io.slipway.identity.Role;

/**
 * A group as the administration shows it.
 *
 * @param id its number, part of the page's address
 * @param name its name, unique
 * @param roles what its members may act as
 * @param version to be sent back with a change
 */
public record GroupDetails(long id, String name, String description, Set<Role> roles, Set<String> members,
        int version) {
}
