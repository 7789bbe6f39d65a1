package io.slipway.deployment.run;

/**
 * What a run is for.
 */
public enum RunType {

    /** It changes what people use. */
    LIVE,
    /** It tries the plan, and changes nothing that people use. */
    REHEARSAL

}
