package io.slipway.deployment.rollback;

import io.slipway.deployment.run.RunHead;
import io.slipway.planning.wave.PlannedStep;

/**
 * Takes steps back without a person. It tells how that ended by {@link ToolsBack#told},
 * at any time later.
 */
public interface WayBackTool {

    /** Whether it takes back a step of a run by itself. */
    boolean takes(RunHead run, PlannedStep planned);

    /**
     * Has a step taken back, in the caller's transaction; refuses what cannot be started
     * at all with an {@code InvalidInputException}.
     * @param subject what it is to be called when its end is told
     */
    void start(RunHead run, PlannedStep planned, String subject);

}
