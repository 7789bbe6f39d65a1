package io.slipway.calendar;

/**
 * What a calendar or a feed can show or leave out.
 */
public enum Layer {

    /** Releases in their planned time. */
    RELEASES,
    /** Release windows, in which deployments may begin and end. */
    WINDOWS,
    /** Hard and soft freezes. */
    FREEZES,
    /** Early life support, planned and running. */
    SUPPORT,
    /** Bookings of environments. */
    BOOKINGS

}
