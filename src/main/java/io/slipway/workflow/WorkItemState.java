package io.slipway.workflow;

/**
 * How far a work item is.
 */
public enum WorkItemState {

    /** Waits for a person: may be claimed, assigned and completed. */
    OPEN,
    /** Completed by a person; nothing more is allowed. */
    COMPLETED,
    /**
     * Taken away by the process (a cancelled release, a rejected plan, a timer); nothing
     * more is allowed.
     */
    CANCELLED

}
