package io.slipway.identity.session;

import java.time.Instant;

/**
 * A session as its person and administrators see it. Instants are UTC.
 *
 * @param handle stands for it in addresses; it opens nothing
 * @param signIn what is known of its sign-in
 * @param lastSeenAt when it was last used
 * @param current whether it is the one that asks
 */
public record SessionSummary(String handle, SignIn signIn, Instant lastSeenAt, boolean current) {
}
