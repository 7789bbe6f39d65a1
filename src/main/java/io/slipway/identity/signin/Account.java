package io.slipway.identity.signin;

import java.util.Set;

import io.slipway.identity.Role;
import io.slipway.identity.SignedInPerson;

/**
 * What signing in needs to know of a person, freshly read.
 *
 * @param enabled whether the person may sign in
 * @param roles own roles and those of the groups
 */
public record Account(SignedInPerson person, String passwordHash, boolean passwordGiven, boolean enabled,
        Set<Role> roles) {
}
