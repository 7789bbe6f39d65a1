package io.slipway.knowledge;

/**
 * What an article is.
 */
public enum ArticleKind {

    /** Steps that somebody on duty follows. */
    RUNBOOK(true),
    /** How a deployment is taken back, and what that restores and what not. */
    ROLLBACK_PLAYBOOK(true),
    /** A defect that is known, how it shows and how to live with it. */
    KNOWN_ERROR(false),
    /** What a release taught. */
    LESSON(false),
    /** How something is done. */
    HOW_TO(false),
    /** An exercise. */
    LAB(true);

    private final boolean steps;

    ArticleKind(boolean steps) {
        this.steps = steps;
    }

    /** Whether it has steps that a run ticks. */
    public boolean hasSteps() {
        return this.steps;
    }

}
