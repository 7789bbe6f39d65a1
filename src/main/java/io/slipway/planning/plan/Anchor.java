package io.slipway.planning.plan;

/**
 * The planned time that an announcement counts from.
 */
public enum Anchor {

    /** The planned start of the deployment. */
    START,
    /** The planned end of the deployment. */
    END

}
