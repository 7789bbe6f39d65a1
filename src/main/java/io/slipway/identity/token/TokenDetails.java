package io.slipway.identity.token;

import java.time.Instant;
import java.util.Set;

import io.slipway.identity.Role;
import io.slipway.identity.TokenGrant;
import org.jspecify.annotations.Nullable;

/**
 * A token as its pages show it: everything but the token itself. Instants are UTC.
 *
 * @param grant what it may be used for
 * @param owner user name of the person for whom tools act with it
 * @param prefix its first characters
 * @param roles the roles it was given; it has those of them that its owner still has
 * @param createdBy user name of who made it
 * @param expiresAt from when on it is refused
 * @param lastUsedAt when it was used last, to the minute; null if never
 * @param revokedBy user name of who revoked it, if anybody
 */
public record TokenDetails(TokenGrant grant, String owner, String prefix, Set<Role> roles, String createdBy,
        Instant createdAt, Instant expiresAt, @Nullable Instant lastUsedAt, @Nullable String revokedBy,
        @Nullable Instant revokedAt, @Nullable String revokeReason, TokenState state) {
}
