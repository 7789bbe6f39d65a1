package io.slipway.permit;

import java.time.Instant;

import io.slipway.identity.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * How somebody decided on a permit.
 *
 * @param person user name of who decided
 * @param reason why; null if none was given
 * @param at when, UTC
 */
@Embeddable
public record PermitVote(String person, @Enumerated(EnumType.STRING) Role role, boolean approved,
        @Nullable String reason, @Column(name = "voted_at") Instant at) {
}
