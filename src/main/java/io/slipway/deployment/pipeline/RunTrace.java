package io.slipway.deployment.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * Where an attempt is in its tool.
 *
 * @param run what the tool calls it; null if it did not say
 * @param queue where the tool queued it before it has a run; null if it did not say
 * @param status where a tool wants to be asked; null if it did not say
 * @param page where people look at it; null if nobody said
 */
public record RunTrace(@Nullable String run, @Nullable String queue, @Nullable String status, @Nullable String page) {

    public static final RunTrace NONE = new RunTrace(null, null, null, null);

    /** One of a run and its page. */
    public static RunTrace of(@Nullable String run, @Nullable String page) {
        return new RunTrace(run, null, null, page);
    }

    /** This, and of another what this does not say. */
    RunTrace or(RunTrace other) {
        return new RunTrace(or(this.run, other.run), or(this.queue, other.queue), or(this.status, other.status),
                or(this.page, other.page));
    }

    /** Whether another is of a second run. */
    boolean differs(RunTrace other) {
        return this.run != null && other.run != null && !this.run.equals(other.run);
    }

    private static @Nullable String or(@Nullable String one, @Nullable String other) {
        return (one != null) ? one : other;
    }

}
