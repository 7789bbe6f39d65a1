package io.slipway.planning.wave;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How likely a deployment ends in its window, by drawing the durations of its steps many
 * times over: of those done at least four times before one of these durations, of others
 * one between three quarters and the double of what is planned, mostly near it, widened
 * by what was seen. The same facts give the same figures.
 *
 * @param share of the draws that end in the window, 0 to 1
 * @param median when half of them have ended, UTC
 * @param late when nine of ten have ended, UTC
 * @param draws how many there were
 * @param known steps with a duration of a rehearsal or of a past run
 * @param steps all steps
 */
public record Forecast(double share, Instant median, Instant late, int draws, int known, int steps) {

    private static final int DRAWS = 1000;

    private static final int ENOUGH = 4;

    private static final long SEED = 20260917;

    /**
     * Draws.
     * @param start when the first wave might start, UTC
     * @param windowEnd when the deployment must have ended, UTC
     * @param past how many minutes each step took before, by its key
     * @param now from when on what has not happened happens, UTC
     */
    public static Forecast of(Network network, Instant start, Instant windowEnd, Actuals actuals, Instant now,
            Map<String, List<Integer>> past) {
        long[][] ranges = network.steps().stream().map((step) -> range(step, past)).toArray(long[][]::new);
        Network.State state = new Network.State(network, actuals, now);
        Network.Pass pass = network.pass();
        SplittableRandom random = new SplittableRandom(SEED);
        long[] durations = new long[ranges.length];
        long[] ends = new long[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < durations.length; i++) {
                durations[i] = draw(ranges[i], random);
            }
            ends[draw] = network.forward(start.toEpochMilli(), durations, state, pass);
        }
        Arrays.sort(ends);
        long within = Arrays.stream(ends).filter((end) -> end <= windowEnd.toEpochMilli()).count();
        int known = (int) network.steps().stream().filter((step) -> !before(step, past).isEmpty()).count();
        return new Forecast((double) within / DRAWS, Instant.ofEpochMilli(ends[DRAWS / 2]),
                Instant.ofEpochMilli(ends[DRAWS * 9 / 10]), DRAWS, known, ranges.length);
    }

    /**
     * One duration is fixed; three are least, likeliest and most; more are drawn from.
     */
    private static long[] range(PlannedStep step, Map<String, List<Integer>> past) {
        long plan = Network.millis(step.minutes());
        List<Integer> before = before(step, past);
        if (step.kind() == StepKind.TIMER || (plan == 0 && before.isEmpty())) {
            return new long[] { plan };
        }
        long[] seen = before.stream().mapToLong(Network::millis).sorted().toArray();
        if (seen.length >= ENOUGH) {
            return seen;
        }
        long least = plan * 3 / 4;
        long most = plan * 2;
        for (long one : seen) {
            least = Math.min(least, one);
            most = Math.max(most, one);
        }
        return new long[] { least, (seen.length > 0) ? seen[seen.length / 2] : plan, most };
    }

    private static List<Integer> before(PlannedStep step, Map<String, List<Integer>> past) {
        return past.getOrDefault(step.key(), List.of());
    }

    private static long draw(long[] range, SplittableRandom random) {
        if (range.length == 1) {
            return range[0];
        }
        double chance = random.nextDouble();
        if (range.length >= ENOUGH) {
            return range[(int) (chance * range.length)];
        }
        double width = range[2] - range[0];
        double rise = range[1] - range[0];
        return (chance * width < rise) ? range[0] + (long) Math.sqrt(chance * width * rise)
                : range[2] - (long) Math.sqrt((1 - chance) * width * (width - rise));
    }

}
