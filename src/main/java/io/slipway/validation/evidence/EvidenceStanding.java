package io.slipway.validation.evidence;

/**
 * Whether evidence counts, and if not, why.
 */
public enum EvidenceStanding {

    /** It counts for the package as it is. */
    COUNTS,
    /** It is of units that are no longer in the package. */
    OTHER_PACKAGE,
    /** A later delivery of the same tests took its place. */
    SUPERSEDED,
    /**
     * It does not say all that gates ask for: the tool did not finish, or is not
     * understood.
     */
    UNFINISHED

}
