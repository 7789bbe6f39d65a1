package io.slipway.test;

/**
 * How often a race is run. A few show that the code is right where a mistake is common;
 * seldom ones need the full number, which {@code -Dslipway.races=1000} runs.
 */
public final class RaceCount {

    private static final int MOST = Integer.getInteger("slipway.races", 50);

    private RaceCount() {
    }

    /**
     * The number of races to run.
     * @param all the full number
     * @return that number, or what the property allows
     */
    public static int of(int all) {
        return Math.min(all, MOST);
    }

}
