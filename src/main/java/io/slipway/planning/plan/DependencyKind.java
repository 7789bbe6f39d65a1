package io.slipway.planning.plan;

/**
 * How a release depends on another one.
 */
public enum DependencyKind {

    /** The other one must be live before this one is deployed. */
    LIVE_BEFORE,
    /** Both are deployed at overlapping times. */
    TOGETHER,
    /** They are never deployed at overlapping times. */
    NOT_TOGETHER

}
