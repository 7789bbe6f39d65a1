package io.slipway.deployment.board;

import java.time.Instant;

/**
 * Somebody who looks at a run.
 *
 * @param seenAt when the page was last shown to them, UTC
 */
public record Present(String userName, Instant seenAt) {
}
