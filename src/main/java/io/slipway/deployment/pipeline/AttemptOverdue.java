package io.slipway.deployment.pipeline;

import java.time.Duration;

/**
 * Published once when an attempt takes longer than 1.2 times what was expected.
 *
 * @param subject what it is for
 */
public record AttemptOverdue(String subject, String attemptId, String releaseKey, Duration expected) {
}
