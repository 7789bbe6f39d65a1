package io.slipway.schedule;

/**
 * What a period in the schedule does to deployments.
 */
public enum PeriodKind {

    /** Deployments that need a window may begin and end within it. */
    WINDOW,
    /** No deployment that freezes bind may overlap it, save by an exception. */
    HARD_FREEZE,
    /** Deployments that overlap it are warned about. */
    SOFT_FREEZE

}
