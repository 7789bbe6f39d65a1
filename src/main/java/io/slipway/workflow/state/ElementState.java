package io.slipway.workflow.state;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What all running instances of a model version have at one of its elements.
 *
 * @param element id of the element, such as {@code Task_CompletePlan}
 * @param tokens how many wait here: one for each active instance of the element, and one
 * for each job before or after it
 * @param failed jobs that failed for good, here or in a process called from here
 * @param retrying jobs that failed and will be tried again
 * @param suspended tokens that do not move until somebody resumes them
 * @param oldest since when the oldest token waits, UTC; null without tokens
 */
public record ElementState(String element, long tokens, long failed, long retrying, long timers, long suspended,
        long overdue, @Nullable Instant oldest) {

    /**
     * Tells whether nothing is there.
     * @return whether there is neither a token nor a job nor an overdue task
     */
    boolean isEmpty() {
        return this.tokens + this.failed + this.retrying + this.timers + this.overdue == 0;
    }

    /** The same together with what another version has there. */
    public ElementState and(ElementState other) {
        Instant since = (this.oldest == null || other.oldest != null && other.oldest.isBefore(this.oldest))
                ? other.oldest : this.oldest;
        return new ElementState(this.element, this.tokens + other.tokens, this.failed + other.failed,
                this.retrying + other.retrying, this.timers + other.timers, this.suspended + other.suspended,
                this.overdue + other.overdue, since);
    }

    /** Whether nothing needs somebody's help. */
    public boolean isCalm() {
        return this.failed + this.retrying + this.overdue + this.suspended == 0;
    }

}
