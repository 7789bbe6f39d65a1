package io.slipway.workflow.statistics;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Quantiles of a histogram are as precise as promised, whatever the durations are and in
 * how many parts they were counted.
 */
class DurationHistogramTests {

    private static final long LONGEST = Duration.ofDays(3650).toMillis();

    @RepeatedTest(60)
    void keepsItsPrecision(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        long[] durations = random.longs(1 + random.nextInt(500), 0, 1)
            .map((zero) -> duration(random, round.getCurrentRepetition() % 4))
            .toArray();
        DurationHistogram whole = new DurationHistogram();
        DurationHistogram[] parts = { new DurationHistogram(), new DurationHistogram(), new DurationHistogram() };
        for (long duration : durations) {
            whole.add(DurationHistogram.bucket(duration), 1);
            parts[random.nextInt(3)].add(DurationHistogram.bucket(duration), 1);
        }
        Arrays.sort(durations);
        parts[0].add(parts[1]);
        parts[0].add(parts[2]);
        for (double share : new double[] { 0.001, 0.25, 0.5, 0.9, 0.99, 1 }) {
            long exact = durations[Math.max(0, (int) Math.ceil(share * durations.length) - 1)];
            assertThat((double) whole.quantile(share)).isBetween(exact * (1 - DurationHistogram.PRECISION) - 1,
                    exact * (1 + DurationHistogram.PRECISION) + 1);
            assertThat(parts[0].quantile(share)).isEqualTo(whole.quantile(share));
        }
        assertThat(parts[0].total()).isEqualTo(durations.length);
    }

    /**
     * Evenly spread, spread over all orders of magnitude, few values, or all the same.
     */
    private static long duration(Random random, int kind) {
        return switch (kind) {
            case 0 -> random.nextLong(LONGEST);
            case 1 -> (long) Math.exp(random.nextDouble() * Math.log(LONGEST));
            case 2 -> 1_000L * (1 + random.nextInt(3));
            default -> 86_400_000L;
        };
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(new DurationHistogram().quantile(0.5)).isZero();
        DurationHistogram histogram = new DurationHistogram();
        histogram.add(7, 0);
        assertThat(histogram.quantile(1)).isZero();
    }

    @Test
    void countsWhatTookNoTimeAsOneMillisecond() {
        assertThat(DurationHistogram.bucket(0)).isEqualTo(DurationHistogram.bucket(1)).isZero();
        assertThat(DurationHistogram.bucket(-5)).isZero();
        assertThat(DurationHistogram.middle(0)).isEqualTo(1);
    }

    @Test
    void needsFewBucketsForTenYears() {
        assertThat(DurationHistogram.bucket(LONGEST)).isBetween(500, 600);
    }

}
