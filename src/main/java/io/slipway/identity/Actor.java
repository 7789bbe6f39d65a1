package io.slipway.identity;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who acts: a signed-in person, a tool with a token of that person, or the portal itself
 * on a job thread.
 *
 * @param userName the name to sign in with, {@code system} for the portal itself
 * @param roles what the person may act as, own roles and those of their groups; by a
 * token only those that it was given
 * @param token the token by which a tool acts for that person; null for the person
 */
public record Actor(String userName, String fullName, Set<Role> roles, @Nullable TokenGrant token) {

    /** The portal itself: timers, jobs and start-up. */
    public static final Actor SYSTEM = new Actor("system", "Slipway", Set.of());

    /**
     * A person, or the portal itself.
     * @param userName the name to sign in with
     * @param roles what the person may act as
     */
    public Actor(String userName, String fullName, Set<Role> roles) {
        this(userName, fullName, roles, null);
    }

    /** Whether a tool acts by a token, which decides nothing. */
    public boolean byToken() {
        return this.token != null;
    }

    /** Whether the actor holds a role. */
    public boolean has(Role role) {
        return this.roles.contains(role);
    }

    /**
     * Tells whether the portal itself acts.
     * @return whether this is {@link #SYSTEM}
     */
    public boolean isSystem() {
        return SYSTEM.userName.equals(this.userName);
    }

}
