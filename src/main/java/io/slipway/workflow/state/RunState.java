package io.slipway.workflow.state;

/**
 * How a run of a process stands.
 */
public enum RunState {

    /** Tokens are on their way or wait. */
    RUNNING,
    /** Nothing moves until somebody resumes it. */
    SUSPENDED,
    /** Runs, but a job of it, or of a process that it called, failed for good. */
    FAILED,
    /** Reached one of its ends. */
    COMPLETED,
    /**
     * Ended from outside: the release was cancelled, or an error of a called one left it.
     */
    CANCELLED;

    /** Whether it is over. */
    public boolean ended() {
        return this == COMPLETED || this == CANCELLED;
    }

}
