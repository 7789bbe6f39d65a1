package io.slipway.deployment.board;

import java.time.Duration;
import java.time.Instant;

import io.slipway.deployment.run.RunStep;
import io.slipway.deployment.run.StepState;
import io.slipway.planning.wave.PlannedStep;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run, with when it was to be done, is thought to be done, and was done.
 *
 * @param step what became of it
 * @param planned what the plan says of it
 * @param baseline when it was to start and end; null where nobody planned that
 * @param forecast when it starts and ends, as far as anybody can tell now
 * @param critical whether any delay of it delays the end
 */
public record BoardStep(RunStep step, PlannedStep planned, @Nullable Span baseline, Span forecast, boolean critical) {

    /** What is later by less than this is on time. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** How much later than planned it ends, or ended; negative if it is earlier. */
    public long slipMinutes() {
        return (this.baseline != null) ? Duration.between(this.baseline.to(), this.forecast.to()).toMinutes() : 0;
    }

    /** Whether it ends later than planned, and is not over yet. */
    public boolean late() {
        return !over() && this.baseline != null && this.forecast.to().isAfter(this.baseline.to().plus(TOLERANCE));
    }

    /** Whether nothing of it is to be done any more. */
    public boolean over() {
        return this.step.state().lets() || this.step.state() == StepState.SKIPPED;
    }

    /** Whether somebody has to decide what becomes of it. */
    public boolean failed() {
        return this.step.state() == StepState.FAILED && !this.step.settled();
    }

    /** User name of who does it, or did; empty for anybody in its role. */
    public String person() {
        return (this.step.doneBy() != null) ? this.step.doneBy() : this.planned.person();
    }

    /**
     * A stretch of time.
     *
     * @param from UTC
     * @param to UTC
     */
    public record Span(Instant from, Instant to) {
    }

}
