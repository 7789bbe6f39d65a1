package io.slipway.deployment.pipeline;

/**
 * Published when a person has to say how an attempt ended, in the transaction in which
 * that became known. It may come after {@link AttemptEnded}, where the tool told another
 * end later.
 *
 * @param subject what it was for
 * @param state OUTCOME_UNKNOWN or DISPUTED
 */
public record AttemptHeld(String subject, String attemptId, AttemptState state, String reason) {
}
