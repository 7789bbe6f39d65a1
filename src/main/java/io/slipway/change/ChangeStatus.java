package io.slipway.change;

/**
 * How far a change record is. Only {@link #AUTHORISED} lets a deployment begin.
 */
public enum ChangeStatus {

    /** Being written; may be requested. */
    DRAFT,
    /** Waits for the change authority; may be authorised, rejected or asked about. */
    REQUESTED,
    /** Waits for an answer to the change authority's question; may only be answered. */
    INFORMATION_REQUESTED,
    /** The deployment may begin; nothing more is allowed. */
    AUTHORISED,
    /** Refused; nothing more is allowed, a new plan raises a new record. */
    REJECTED

}
