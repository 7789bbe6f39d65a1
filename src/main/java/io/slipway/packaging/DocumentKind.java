package io.slipway.packaging;

/**
 * What a file that belongs to a package is for.
 */
public enum DocumentKind {

    /** It tells people what is released and how to run it. */
    DOCUMENTATION,
    /** It deploys the package or takes it back; the portal never runs it. */
    SCRIPTS

}
