package io.slipway.deployment.run;

/**
 * Something changed in a run, so that what waits in it may go on. It is kept with the
 * change and told after it.
 */
public record RunMoved(long runId) {
}
