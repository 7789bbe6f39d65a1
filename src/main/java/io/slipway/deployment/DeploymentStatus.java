package io.slipway.deployment;

/**
 * How far one attempt to deploy a release is.
 */
public enum DeploymentStatus {

    /** Started and running; waits for its result to be recorded. */
    STARTED,
    /** Ran through; waits for its verification. */
    SUCCEEDED,
    /** Failed; waits for the decision to try again or to roll back. */
    FAILED,
    /** Verified: the release is live; it may still be rolled back. */
    VERIFIED,
    /**
     * Ran through but does not work; waits for the decision to try again or to roll back.
     */
    REFUTED,
    /** Given up in favour of another attempt; nothing more is allowed. */
    RETRIED,
    /** To be rolled back; waits for the former baseline to be restored. */
    ROLLING_BACK,
    /** Taken back, the former baseline is restored; nothing more is allowed. */
    ROLLED_BACK,
    /** Could not be taken back; another release fixes it forward. */
    FIXED_FORWARD;

    /** Whether somebody must decide how to go on. */
    public boolean failed() {
        return this == FAILED || this == REFUTED;
    }

}
