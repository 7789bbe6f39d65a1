package io.slipway.planning.wave;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When the steps of a deployment plan are done, as planned or as forecast.
 *
 * @param start when the first wave may start, UTC
 * @param end when the last wave is over, its bake included, UTC
 * @param waves in their order
 * @param steps by key, in the plan's order
 */
public record Schedule(Instant start, Instant end, List<WaveTime> waves, Map<String, StepTime> steps) {

    public Schedule {
        waves = List.copyOf(waves);
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /** From its start to the end of its last bake. */
    public Duration length() {
        return Duration.between(this.start, this.end);
    }

    /**
     * How much longer it may take until a window closes.
     * @return negative if it is late already
     */
    public Duration slackTo(Instant windowEnd) {
        return Duration.between(this.end, windowEnd);
    }

    /** The keys of the steps of which any delay delays the end, in their order. */
    public List<String> criticalPath() {
        return this.steps.values()
            .stream()
            .filter(StepTime::critical)
            .sorted((one, other) -> one.start().compareTo(other.start()))
            .map(StepTime::key)
            .toList();
    }

    /**
     * When a wave is done.
     *
     * @param end when its last step ends
     * @param over when its bake is over, before which the next one does not start
     */
    public record WaveTime(String key, Instant start, Instant end, Instant over) {
    }

    /**
     * When a step is done.
     *
     * @param slack how much later it may start without delaying the end
     */
    public record StepTime(String key, Instant start, Instant end, Duration slack) {

        /** Whether any delay of it delays the end. */
        public boolean critical() {
            return this.slack.isNegative() || this.slack.isZero();
        }

    }

}
