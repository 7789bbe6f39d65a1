package io.slipway.change;

/**
 * What was done to a change record, as its history keeps it.
 */
public enum ChangeAction {

    /** Its authorisation was requested. */
    REQUESTED,
    /** Somebody of the change authority asked for more. */
    INFORMATION_REQUESTED,
    /** The question was answered. */
    INFORMATION_SUPPLIED,
    /** Somebody voted to authorise it, or its standing authorisation applied. */
    AUTHORISED,
    /** Somebody voted to refuse it. */
    REJECTED,
    /** The standing authorisation that it names did not apply any more. */
    RETURNED,
    /** It was deployed and verified. */
    IMPLEMENTED,
    /** Its deployment was taken back. */
    BACKED_OUT,
    /** It was looked at again whether it had been an emergency. */
    EMERGENCY_REVIEWED,
    /** Its release was reviewed and closed. */
    CLOSED,
    /** Its release was cancelled. */
    VOIDED

}
