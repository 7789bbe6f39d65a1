package io.slipway.api;

import java.time.Instant;

/**
 * A call under an idempotency key that this node answers.
 *
 * @param caller whose key it is, such as {@code token:7}
 * @param begunAt when it began, UTC, with milliseconds; who takes it over writes another
 * time
 */
record CallUnderWay(String caller, String key, Instant begunAt) {
}
