package io.slipway.validation.report;

/**
 * Adds up without ever running over: a number of failures that has no end is no negative
 * one.
 */
final class Sums {

    private Sums() {
    }

    static int of(long... numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, sum));
    }

}
