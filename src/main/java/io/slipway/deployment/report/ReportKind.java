package io.slipway.deployment.report;

/**
 * What a tool reports to have done with a service.
 */
public enum ReportKind {

    /** The service was not there before. */
    DEPLOYED,
    /** The service runs another version. */
    UPGRADED,
    /** The service runs its former version again. */
    ROLLED_BACK

}
