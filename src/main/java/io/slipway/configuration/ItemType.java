package io.slipway.configuration;

/**
 * What kind of thing a configuration item is.
 */
public enum ItemType {

    /** What the business uses. */
    SERVICE,
    /** Software that serves a service. */
    APPLICATION,
    /** Kept data. */
    DATABASE,
    /** A machine. */
    HOST,
    /** A place that is deployed into. */
    ENVIRONMENT,
    /** A part of an application. */
    COMPONENT,
    /** A controlled document. */
    DOCUMENT,
    /** Anything else: its attribute {@code kind} says what. */
    OTHER

}
