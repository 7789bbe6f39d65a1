package io.slipway.validation.gate;

import java.time.Instant;

/**
 * A waiver in force.
 *
 * @param expiresAt until when it counts, UTC
 */
public record Waived(String approvedBy, Instant expiresAt) {
}
