package io.slipway.planning.plan;

/**
 * By which way an announcement reaches people.
 */
public enum Channel {

    /** An electronic mail, sent by the portal. */
    MAIL,
    /** A notice in the portal. */
    PORTAL,
    /** Said in a meeting. */
    MEETING,
    /** Written on the status page. */
    STATUS_PAGE

}
