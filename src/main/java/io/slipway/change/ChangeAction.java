package io.slipway.change;

/**
 * What was done to a change record, as its history keeps it.
 */
public enum ChangeAction {

    /** Its authorisation was requested. */
    REQUESTED,
    /** The change authority asked for more. */
    INFORMATION_REQUESTED,
    /** The question was answered. */
    INFORMATION_SUPPLIED,
    /** The deployment was authorised. */
    AUTHORISED,
    /** The change was refused. */
    REJECTED

}
