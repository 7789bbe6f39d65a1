package io.slipway.validation.report;

/**
 * How many tests ran and how they ended.
 *
 * @param skipped tests that did not run
 * @param flaky tests that failed first and passed when they were run again
 * @param millis how long they took, in milliseconds
 */
public record TestTotals(int total, int critical, int major, int minor, int skipped, int flaky, long millis) {

    /** No tests at all. */
    public static final TestTotals NONE = new TestTotals(0, 0, 0, 0, 0, 0, 0);

    /** Adds others. */
    public TestTotals plus(TestTotals other) {
        return new TestTotals(Sums.of(this.total, other.total), Sums.of(this.critical, other.critical),
                Sums.of(this.major, other.major), Sums.of(this.minor, other.minor),
                Sums.of(this.skipped, other.skipped), Sums.of(this.flaky, other.flaky), this.millis + other.millis);
    }

    /**
     * All failures.
     * @return critical, major and minor ones
     */
    public int failed() {
        return Sums.of(this.critical, this.major, this.minor);
    }

    /**
     * Tests that ran.
     * @return all but the skipped ones
     */
    public int ran() {
        return this.total - this.skipped;
    }

}
