package io.slipway.policy;

/**
 * How a release reaches production.
 */
public enum DeploymentModel {

    /** Everything at once. */
    BIG_BANG,
    /** In waves, each with a bake time. */
    PHASED,
    /** Beside the system that it replaces. */
    PARALLEL,
    /** By automated pipeline, in small steps. */
    CONTINUOUS

}
