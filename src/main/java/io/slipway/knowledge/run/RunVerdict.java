package io.slipway.knowledge.run;

/**
 * How a run of a runbook ended.
 */
public enum RunVerdict {

    /** It did what it was for. */
    WORKED,
    /** It was followed, and did not help. */
    FAILED,
    /** A step of it is wrong. */
    WRONG

}
