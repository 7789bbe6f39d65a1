package io.slipway.configuration.baseline;

/**
 * When a baseline was taken.
 */
public enum Moment {

    /** Right before a deployment started. */
    BEFORE,
    /** When the deployment was verified. */
    AFTER

}
