package io.slipway.identity;

import java.util.Set;

/**
 * A person as lists and pickers show them.
 *
 * @param userName the name to sign in with
 * @param email address for mail
 * @param enabled whether the person may sign in
 * @param roles own roles and those of their groups
 */
public record PersonSummary(String userName, String fullName, String email, boolean enabled, Set<Role> roles) {
}
