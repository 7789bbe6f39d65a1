package io.slipway.review;

/**
 * What the review says of a release and of the change that brought it.
 */
public enum ReviewVerdict {

    /** It did what was meant. */
    SUCCESSFUL,
    /** It did what was meant, with trouble on the way. */
    SUCCESSFUL_WITH_ISSUES,
    /** It did not do what was meant. */
    FAILED

}
