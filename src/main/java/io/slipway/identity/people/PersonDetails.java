package io.slipway.identity.people;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.slipway.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person as the administration and the person's own page show it. Instants are UTC.
 *
 * @param userName the name to sign in with
 * @param profile what may be changed
 * @param groups names of the person's groups, in order
 * @param allRoles own roles and those of the groups
 * @param enabled whether the person may sign in
 * @param createdAt since when the person is known
 * @param lastSignInAt when the person last signed in, if ever
 * @param version to be sent back with a change
 */
public record PersonDetails(String userName, PersonProfile profile, List<String> groups, Set<Role> allRoles,
        boolean enabled, Instant createdAt, @Nullable Instant lastSignInAt, int version) {
}
