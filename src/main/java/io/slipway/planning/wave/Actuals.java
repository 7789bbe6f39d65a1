package io.slipway.planning.wave;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What happened in a run so far.
 *
 * @param steps of each step that has started, by its key; one that was left out ends as
 * it starts
 * @param waves when each wave was over, its bake included, by its key
 */
public record Actuals(Map<String, Actual> steps, Map<String, Instant> waves) {

    /** Nothing yet. */
    public static final Actuals NONE = new Actuals(Map.of(), Map.of());

    public Actuals {
        steps = Map.copyOf(steps);
        waves = Map.copyOf(waves);
    }

    /**
     * When a step was done.
     *
     * @param endedAt UTC; null while it runs
     */
    public record Actual(Instant startedAt, @Nullable Instant endedAt) {
    }

}
