package io.slipway.configuration;

/**
 * How much depends on a configuration item.
 */
public enum Criticality {

    /** Its failure is a nuisance. */
    LOW,
    /** Its failure slows work down. */
    MEDIUM,
    /** Its failure stops work in a part of the business. */
    HIGH,
    /** Its failure stops the business or breaks the law. */
    CRITICAL

}
