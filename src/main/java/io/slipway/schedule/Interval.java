package io.slipway.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time. Its end is not part of it.
 *
 * @param start when it begins, UTC
 * @param end when it ends, UTC, after the start
 */
public record Interval(Instant start, Instant end) {

    /** Makes an interval. Refuses one that ends at or before its start. */
    public Interval {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("An interval ends after its start, not from " + start + " to " + end);
        }
    }

    /**
     * Tells whether two intervals have time in common.
     * @param to end of the other
     * @return whether they overlap; touching is not overlapping
     */
    public boolean overlaps(Instant from, Instant to) {
        return this.start.isBefore(to) && this.end.isAfter(from);
    }

    /**
     * Joins what overlaps or touches.
     * @param intervals in any order
     * @return the fewest intervals that cover the same time, by start
     */
    public static List<Interval> merge(List<Interval> intervals) {
        List<Interval> merged = new ArrayList<>();
        for (Interval next : intervals.stream().sorted(Comparator.comparing(Interval::start)).toList()) {
            Interval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || next.start.isAfter(last.end)) {
                merged.add(next);
            }
            else if (next.end.isAfter(last.end)) {
                merged.set(merged.size() - 1, new Interval(last.start, next.end));
            }
        }
        return List.copyOf(merged);
    }

}
