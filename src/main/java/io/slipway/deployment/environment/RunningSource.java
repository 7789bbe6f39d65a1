package io.slipway.deployment.environment;

/**
 * How it is known what runs somewhere.
 */
public enum RunningSource {

    /** A deployment of ours that was verified. */
    RUN,
    /** A rehearsal of a deployment ended well. */
    REHEARSAL,
    /** A tool reported it. */
    REPORT,
    /** A deployment of ours was rolled back to it. */
    ROLLBACK,
    /** Nobody told: it ran before the first deployment that the portal knows. */
    UNKNOWN

}
