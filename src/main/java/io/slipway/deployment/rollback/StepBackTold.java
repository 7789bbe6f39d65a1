package io.slipway.deployment.rollback;

/**
 * A tool told how taking a step back ended. It is kept with that, and the process is told
 * after it.
 *
 * @param step id of the step
 */
public record StepBackTold(long step) {
}
