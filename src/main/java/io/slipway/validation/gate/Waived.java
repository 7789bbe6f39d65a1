package io.slipway.validation.gate;

import java.time.Instant;

/**
 * A waiver in force.
 *
 * @param approvedBy user name of who approved it
 * @param expiresAt until when it counts, UTC
 */
public record Waived(String approvedBy, Instant expiresAt) {
}
