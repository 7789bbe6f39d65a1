package io.slipway.knowledge;

/**
 * How far an article can be trusted, as Knowledge-Centered Success (KCS v6) has it.
 */
public enum ArticleState {

    /** Begun; worth reading so that nobody begins it again. */
    WORK_IN_PROGRESS,
    /** Complete, and nobody but who wrote it has said that it is right. */
    NOT_VALIDATED,
    /** Somebody other than who wrote this version said that it is right. */
    VALIDATED,
    /** Kept for what links to it. */
    ARCHIVED

}
