package io.slipway.deployment.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.input.NotFoundException;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.Wave;

/**
 * The plan that a run keeps to.
 *
 * @param waves in their order
 */
public record RunPlan(List<Wave> waves, Map<String, PlannedStep> steps) {

    RunPlan(List<Wave> waves) {
        this(List.copyOf(waves), byKey(waves));
    }

    private static Map<String, PlannedStep> byKey(List<Wave> waves) {
        Map<String, PlannedStep> all = new HashMap<>();
        waves.forEach((wave) -> wave.steps().forEach((step) -> all.put(step.key(), step)));
        return Map.copyOf(all);
    }

    /** A step of any wave, by its key. */
    public PlannedStep step(String key) {
        PlannedStep step = this.steps.get(key);
        if (step == null) {
            throw new NotFoundException("step", key);
        }
        return step;
    }

    /** A wave by its key. */
    public Wave wave(String key) {
        return this.waves.stream()
            .filter((wave) -> wave.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("wave", key));
    }

}
