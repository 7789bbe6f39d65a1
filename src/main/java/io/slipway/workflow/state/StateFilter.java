package io.slipway.workflow.state;

/**
 * Which of the releases at a model or element are asked for.
 */
public enum StateFilter {

    /** Every one that runs. */
    ALL,
    /** A job failed for good, here or in a called process. */
    FAILING,
    /** A job failed and will be tried again. */
    RETRYING,
    /** A task is past its due date. */
    OVERDUE,
    /** Nothing moves until somebody resumes it. */
    SUSPENDED

}
