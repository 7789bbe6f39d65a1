package io.slipway.validation.waiver;

import java.time.Instant;
import java.util.List;

/**
 * What somebody asks for.
 *
 * @param releaseKey key of the release
 * @param facts names of the facts whose gates shall not hold the package back
 * @param justification why, at most 2,000 characters
 * @param followUp what will be done about them, by whom, at most 2,000 characters
 * @param expiresAt until when it shall count, UTC, at most 90 days ahead
 */
public record WaiverRequest(String releaseKey, List<String> facts, String justification, String followUp,
        Instant expiresAt) {
}
