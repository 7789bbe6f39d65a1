package io.slipway.deployment.run;

import java.time.Instant;
import java.util.List;

import io.slipway.planning.wave.StepKind;
import org.jspecify.annotations.Nullable;

/**
 * What became of a step.
 *
 * @param wave key of its wave
 * @param step its key in the plan
 * @param place within the run, from 1
 * @param settled whether nothing is to be decided about it any more
 * @param retries how often it was tried again
 * @param readyAt when it was offered
 * @param doneBy user name of who did it or said how it went
 * @param leftOut targets that were left out of it, one a line
 * @param instance the process instance that runs it
 * @param waitsFor what it waits for: keys of steps, {@code halt}, {@code line} or
 * {@code time}
 * @param wakeAt when it is looked at again by itself
 */
public record RunStep(long id, long runId, String wave, String step, int place, String name, StepKind kind,
        StepState state, boolean settled, int retries, @Nullable Instant plannedStart, @Nullable Instant plannedEnd,
        @Nullable Instant readyAt, @Nullable Instant startedAt, @Nullable Instant endedAt,
        @Nullable StepSource startedSource, @Nullable StepSource endedSource, @Nullable String doneBy,
        @Nullable String note, @Nullable String evidence, @Nullable String leftOut, @Nullable String instance,
        @Nullable String waitsFor, @Nullable Instant wakeAt) {

    /** How often a failed step may be tried again. */
    public static final int MOST_RETRIES = 3;

    /** How often it may be tried again, still. */
    public int retriesLeft() {
        return Math.max(0, MOST_RETRIES - this.retries);
    }

    /** What tools call this try of it: a late word about a former one means nothing. */
    public String subject() {
        return "run-step:" + this.id + "/" + this.retries;
    }

    /** The targets that were left out of it. */
    public List<String> withoutTargets() {
        return (this.leftOut == null) ? List.of() : this.leftOut.lines().toList();
    }

}
