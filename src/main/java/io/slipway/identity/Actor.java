package io.slipway.identity;

import java.util.Set;

/**
 * Who acts: a signed-in person, or the portal itself on a job thread.
 *
 * @param userName the name to sign in with, {@code system} for the portal itself
 * @param fullName the name to show
 * @param roles what the person may act as, own roles and those of their groups
 */
public record Actor(String userName, String fullName, Set<Role> roles) {

    /** The portal itself: timers, jobs and start-up. */
    public static final Actor SYSTEM = new Actor("system", "Slipway", Set.of());

    /**
     * Tells whether the actor holds a role.
     * @param role the role asked for
     * @return whether it is among the actor's roles
     */
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
