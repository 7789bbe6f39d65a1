package io.slipway.permit;

import java.time.Instant;

/**
 * What a granted permit lets a release pass.
 *
 * @param subject what it may pass, such as the id of a freeze
 * @param expiresAt until when it counts, UTC
 */
public record PermitGrant(String releaseKey, String subject, Instant expiresAt) {
}
