package io.slipway.release;

/**
 * How far a release reaches, which decides by policy who must agree.
 */
public enum ReleaseType {

    /** Brings large new areas of functionality. */
    MAJOR,
    /** Brings small enhancements and fixes. */
    MINOR,
    /** Corrects an urgent fault. */
    EMERGENCY

}
