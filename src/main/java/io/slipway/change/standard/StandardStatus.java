package io.slipway.change.standard;

/**
 * How far a standing authorisation is. Only {@link #AUTHORISED} ones can be used.
 */
public enum StandardStatus {

    /** Waits for somebody else of the change authority; may be authorised or declined. */
    PROPOSED,
    /** May be used as its rule says; may be withdrawn. */
    AUTHORISED,
    /** Refused; nothing more is allowed. */
    DECLINED,
    /** No longer used; nothing more is allowed. */
    WITHDRAWN

}
