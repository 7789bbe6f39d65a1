package io.slipway.deployment.pipeline;

/**
 * Published when an attempt ends, in the transaction that ends it, once; and again where
 * a person decides a dispute that came after its end.
 *
 * @param subject what it was for
 * @param state SUCCEEDED, FAILED, CANCELLED or TIMED_OUT
 * @param reason one sentence with the tool's or the person's words
 */
public record AttemptEnded(String subject, String attemptId, AttemptState state, String reason) {
}
