package io.slipway.workflow.statistics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Durations counted in buckets that grow by a fixed factor, so that histograms of days
 * add up to one of a period, and every quantile of that is known to a fixed share of
 * itself. Durations are milliseconds; less than one counts as one.
 */
final class DurationHistogram {

    /** The share by which a quantile may differ from the exact one. */
    static final double PRECISION = 0.025;

    private static final double GROWTH = (1 + PRECISION) / (1 - PRECISION);

    /** The width of a bucket on the scale of natural logarithms. */
    static final double WIDTH = Math.log(GROWTH);

    private final SortedMap<Integer, Long> counts = new TreeMap<>();

    private long total;

    /** Counts durations of one bucket. */
    void add(int bucket, long count) {
        if (count > 0) {
            this.counts.merge(bucket, count, Long::sum);
            this.total += count;
        }
    }

    /** Counts everything that another histogram holds. */
    void add(DurationHistogram other) {
        other.counts.forEach(this::add);
    }

    long total() {
        return this.total;
    }

    /**
     * The duration that a share of all durations does not exceed, by nearest rank.
     * @param share above 0, at most 1; 0.5 for the median
     * @return milliseconds, 0 if nothing was counted
     */
    long quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * this.total));
        long seen = 0;
        for (Map.Entry<Integer, Long> bucket : this.counts.entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return middle(bucket.getKey());
            }
        }
        return 0;
    }

    /** The bucket of a duration, as the statement that fills the table counts it. */
    static int bucket(long millis) {
        return (int) Math.ceil(Math.log(Math.max(1, millis)) / WIDTH);
    }

    /** The duration that is as far from a bucket's lower as from its upper bound. */
    static long middle(int bucket) {
        return Math.round(2 * Math.exp(bucket * WIDTH) / (GROWTH + 1));
    }

}
