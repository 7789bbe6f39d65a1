package io.slipway.deployment.run;

/**
 * What somebody decides about a failed step, for this step in this wave only.
 */
public enum FailureChoice {

    /** It is tried again. */
    RETRY,
    /** It is left out: for optional steps only. */
    IGNORE,
    /** A target is left out of it. */
    EXCLUDE,
    /** The wave failed. */
    FAIL_WAVE,
    /** What was done is taken back. */
    ROLL_BACK

}
