package io.slipway.api.event;

/**
 * What became of a received event. All but {@link #DONE} are tried again when the event
 * is sent again.
 */
public enum EventState {

    /** It was written down; whoever was doing it has not come to an end. */
    RECEIVED,
    /** What it tells is done. */
    DONE,
    /** It proposes a unit that cannot be delivered yet, for the reason given. */
    PROPOSED,
    /** It is understood and shown; nothing in the portal follows from it yet. */
    NOTED,
    /** It is understood and was refused, for the reason given. */
    REFUSED,
    /** It is not understood, and kept. */
    NOT_UNDERSTOOD

}
