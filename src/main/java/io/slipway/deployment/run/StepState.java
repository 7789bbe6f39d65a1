package io.slipway.deployment.run;

/**
 * How a step of a run stands.
 */
public enum StepState {

    /** Something has to come before it. */
    WAITING,
    /** It may be started, and waits for a person. */
    READY,
    /** It was started. */
    RUNNING,
    /** It was done. */
    DONE,
    /** It failed. */
    FAILED,
    /** It failed, may be left out, and was, with a reason. */
    IGNORED,
    /** It failed for a target, which was left out of it. */
    EXCLUDED,
    /** It was never started, since its wave was given up. */
    SKIPPED;

    /** Whether what waits for its end may start. */
    public boolean lets() {
        return this == DONE || this == IGNORED || this == EXCLUDED;
    }

    /** Whether somebody or something is at it. */
    public boolean open() {
        return this == READY || this == RUNNING;
    }

}
