package io.slipway.deployment.run;

/**
 * How a run stands.
 */
public enum RunStatus {

    /** It goes on, or is halted. */
    RUNNING,
    /** All its waves are done. */
    DONE,
    /** A wave failed, and it ended with that. */
    FAILED,
    /** What it did was taken back. */
    ROLLED_BACK,
    /** It was given up before its end. */
    CANCELLED

}
