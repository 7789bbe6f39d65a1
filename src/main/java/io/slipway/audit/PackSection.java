package io.slipway.audit;

/**
 * Where an event has its place in the evidence pack of a release.
 */
public enum PackSection {

    /** What was planned, and how that changed. */
    PLAN,

    /** What the package is made of. */
    PACKAGE,

    /** Who agreed to what, or did not. */
    APPROVALS,

    /** What was tested, measured, waived. */
    GATES,

    /** What was announced, deployed, verified, rolled back. */
    DEPLOYMENT,

    /** Early life support and incidents. */
    SUPPORT,

    /** What was learned. */
    REVIEW,

    /** Who may do what, and who was refused. */
    ACCESS,

    /** What configuration records say. */
    CONFIGURATION,

    /** What has no other place. */
    OTHER

}
