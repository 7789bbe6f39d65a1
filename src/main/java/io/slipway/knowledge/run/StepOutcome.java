package io.slipway.knowledge.run;

/**
 * What became of a step of a runbook.
 */
public enum StepOutcome {

    /** It was done, and what was expected was seen. */
    DONE,
    /** It was left out. */
    SKIPPED,
    /** It was done, and something else was seen. */
    FAILED

}
