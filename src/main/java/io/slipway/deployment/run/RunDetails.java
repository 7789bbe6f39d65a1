package io.slipway.deployment.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run with all that became of it.
 *
 * @param plan what it keeps to
 * @param events what happened, the latest first
 */
public record RunDetails(RunHead head, RunPlan plan, List<RunWave> waves, List<RunStep> steps, List<RunEvent> events) {

    /** The steps of each wave, by its key. */
    public Map<String, List<RunStep>> byWave() {
        return this.steps.stream().collect(Collectors.groupingBy(RunStep::wave));
    }

}
