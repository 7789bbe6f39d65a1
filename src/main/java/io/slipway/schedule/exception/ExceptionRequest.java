package io.slipway.schedule.exception;

import java.time.Instant;
import java.util.List;

/**
 * What somebody asks for.
 *
 * @param releaseKey key of the release
 * @param freezes ids of the hard freezes, 1 to 10
 * @param reason why, at most 2,000 characters
 * @param expiresAt until when it shall count, UTC, at most 400 days ahead
 */
public record ExceptionRequest(String releaseKey, List<Long> freezes, String reason, Instant expiresAt) {
}
