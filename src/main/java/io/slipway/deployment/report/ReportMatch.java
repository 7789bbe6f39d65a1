package io.slipway.deployment.report;

/**
 * How what was reported as deployed compares with the package of its release.
 */
public enum ReportMatch {

    /** The digest of one of its units: what was validated. */
    AS_DELIVERED,
    /** Another digest: not what was validated. */
    OTHER,
    /** No digest was told: nobody knows. */
    UNTOLD,
    /** A rollback to something else, as it has to be. */
    FORMER

}
