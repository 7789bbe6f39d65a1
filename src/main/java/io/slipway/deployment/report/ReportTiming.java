package io.slipway.deployment.report;

/**
 * How the moment of a reported deployment lies to the deployments of its release.
 */
public enum ReportTiming {

    /** While the deployment was started, or being rolled back. */
    DURING,
    /** While none was: nothing had allowed it. */
    OUTSIDE,
    /** In another environment than the planned one, where no step is needed. */
    ELSEWHERE

}
