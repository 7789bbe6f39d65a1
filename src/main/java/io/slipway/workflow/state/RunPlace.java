package io.slipway.workflow.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * What a run has at an element, as far as its tasks are due at the same instant; and,
 * without an element, the run itself: one token, whether it fails, is tried again or is
 * overdue. Without a version of a model it is what the run adds to the sum of all.
 *
 * @param definition the engine's id of the version; empty for the sum of all
 * @param element id of the element; empty for the run itself
 * @param dueAt when its tasks are due; {@link #NEVER} without tasks
 * @param suspended those of them that do not move
 * @param retrying jobs that failed and will be tried again
 * @param tasks open work items that are due then
 * @param since since when the oldest token waits
 */
record RunPlace(String run, String definition, String element, Instant dueAt, int tokens, int suspended, int timers,
        int retrying, int failed, int tasks, @Nullable Instant since, Instant startedAt) {

    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    Key key() {
        return new Key(this.run, this.definition, this.element, this.dueAt);
    }

    Count.At at() {
        return new Count.At(this.definition, this.element, this.dueAt.truncatedTo(ChronoUnit.HOURS));
    }

    Count count() {
        return new Count(this.tokens, this.suspended, this.timers, this.retrying, this.failed, this.tasks);
    }

    /** What is there once. */
    record Key(String run, String definition, String element, Instant dueAt) {
    }

}
