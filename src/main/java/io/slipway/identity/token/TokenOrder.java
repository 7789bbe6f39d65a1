package io.slipway.identity.token;

import java.util.List;
import java.util.Set;

import io.slipway.identity.Role;

/**
 * The command to make a token.
 *
 * @param owner user name of the person for whom a tool shall act
 * @param name what the token is called, at most 60 characters
 * @param roles which of the owner's roles it has, never that of an administrator
 * @param writes whether it may change anything
 * @param releases keys of the releases that it may be used for; none and no services
 * means all
 * @param services the services whose releases it may be used for
 * @param days how long it holds, 1 to 365
 */
public record TokenOrder(String owner, String name, Set<Role> roles, boolean writes, List<String> releases,
        List<String> services, int days) {
}
