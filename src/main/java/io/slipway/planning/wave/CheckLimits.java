package io.slipway.planning.wave;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How often a check measures, and how many results of which kind are needed or tolerated.
 *
 * @param interval seconds between two measurements, 10 or more
 * @param delay seconds before the first measurement, 0 or more
 * @param count how many measurements; 0 for as many as fit the bake
 * @param failures failures tolerated; -1 for any number
 * @param successes successes in a row that are enough; 0 if all measurements are needed
 * @param inconclusive inconclusive measurements tolerated
 * @param errors errors in a row tolerated; no data is one
 */
public record CheckLimits(int interval, int delay, int count, int failures, int successes, int inconclusive,
        int errors) {

    /** Measured once, and nothing tolerated. */
    public static final CheckLimits ONCE = new CheckLimits(30, 0, 1, 0, 0, 0, 0);

    /** What a file leaves out is as for {@link #ONCE}. */
    @JsonCreator
    static CheckLimits of(@JsonProperty("interval") @Nullable Integer interval,
            @JsonProperty("delay") @Nullable Integer delay, @JsonProperty("count") @Nullable Integer count,
            @JsonProperty("failures") @Nullable Integer failures,
            @JsonProperty("successes") @Nullable Integer successes,
            @JsonProperty("inconclusive") @Nullable Integer inconclusive,
            @JsonProperty("errors") @Nullable Integer errors) {
        return new CheckLimits(or(interval, ONCE.interval), or(delay, ONCE.delay), or(count, ONCE.count),
                or(failures, ONCE.failures), or(successes, ONCE.successes), or(inconclusive, ONCE.inconclusive),
                or(errors, ONCE.errors));
    }

    private static int or(@Nullable Integer given, int otherwise) {
        return (given != null) ? given : otherwise;
    }

}
