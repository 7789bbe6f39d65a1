package io.slipway.deployment.rollback;

/**
 * A wave that is to be taken back.
 *
 * @param run id of the run in which it was done
 * @param wave its key
 */
public record WaveBack(long run, String wave) {
}
