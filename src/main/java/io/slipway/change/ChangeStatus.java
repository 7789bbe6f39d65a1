package io.slipway.change;

/**
 * How far a change record is. Only {@link #AUTHORISED} lets a deployment begin.
 */
public enum ChangeStatus {

    /** Being written; may be requested or become void. */
    DRAFT,
    /**
     * Waits for votes, or for its standing authorisation; may be authorised, rejected,
     * asked about, returned to its draft or become void.
     */
    REQUESTED,
    /** Waits for an answer to a question; may only be answered or become void. */
    INFORMATION_REQUESTED,
    /**
     * The deployment may begin while what it deploys stays the same; may be implemented,
     * backed out or become void.
     */
    AUTHORISED,
    /** Refused; nothing more is allowed, a new plan raises a new record. */
    REJECTED,
    /** Deployed and verified; may be closed, or backed out while it is watched. */
    IMPLEMENTED,
    /** Deployed and taken back; only an emergency may still be reviewed. */
    BACKED_OUT,
    /** Reviewed with its release; nothing more is allowed. */
    CLOSED,
    /** Never used, because its release was cancelled; nothing more is allowed. */
    VOID;

    /** Whether nothing will become of it any more. */
    public boolean ended() {
        return this == REJECTED || this == BACKED_OUT || this == CLOSED || this == VOID;
    }

}
