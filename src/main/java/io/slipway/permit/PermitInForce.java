package io.slipway.permit;

import java.time.Instant;

/**
 * A permit that is granted and not over.
 *
 * @param expiresAt until when it counts, UTC
 */
public record PermitInForce(String releaseKey, String kind, String reason, Instant expiresAt) {
}
