package io.slipway.configuration.relation;

/**
 * How one configuration item needs another. In each kind the first is affected when the
 * second fails; that is what impact follows.
 */
public enum RelationKind {

    /** The first does not work without the second. */
    DEPENDS_ON,
    /** The first is carried by the second. */
    RUNS_ON,
    /** The second is a part of the first. */
    CONTAINS,
    /** The first works with the second, and to some extent without it. */
    USES,
    /** The first opens connections to the second. */
    CONNECTS_TO

}
