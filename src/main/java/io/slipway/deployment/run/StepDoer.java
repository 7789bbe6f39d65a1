package io.slipway.deployment.run;

import java.time.Duration;

import io.slipway.planning.wave.PlannedStep;

/**
 * Has steps done by something else than a person. It tells how they ended by
 * {@link StepManagement#told}, at any time later. What nothing does is done by people.
 */
public interface StepDoer {

    /** Whether it has a step done. */
    boolean does(PlannedStep planned);

    /**
     * Has a step done, in the caller's transaction: refuses what cannot be started at all
     * with an {@code InvalidInputException}, upon which the step fails.
     * @param subject what the step is to be called when its end is told
     */
    void start(RunHead run, RunStep step, PlannedStep planned, String subject);

    /** Has a step that somebody aborted done no longer, as far as that is possible. */
    void abort(String subject);

    /** How long it may take at most, before it counts as failed. */
    default Duration patience(PlannedStep planned) {
        return Duration.ofMinutes(Math.max(60, 3L * planned.minutes()));
    }

}
