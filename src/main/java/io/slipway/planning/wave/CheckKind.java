package io.slipway.planning.wave;

/**
 * Where a check has its readings from.
 */
public enum CheckKind {

    /** An address that answers. */
    HTTP,
    /** A query to Prometheus. */
    PROMETHEUS,
    /** Alerts that fire, by Alertmanager. */
    ALERTS,
    /** Open incidents that the portal knows. */
    INCIDENTS,
    /** A result that a tool sends. */
    PUSHED,
    /** A value that a person reads and types. */
    READING

}
