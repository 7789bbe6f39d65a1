package io.slipway.validation.report;

/**
 * How many tests ran and how they ended.
 *
 * @param total all tests, skipped ones too
 * @param critical failures that are critical
 * @param major failures that are major
 * @param minor failures that are minor
 * @param skipped tests that did not run
 * @param flaky tests that failed first and passed when they were run again
 * @param millis how long they took, in milliseconds
 */
public record TestTotals(int total, int critical, int major, int minor, int skipped, int flaky, long millis) {

    /** No tests at all. */
    public static final TestTotals NONE = new TestTotals(0, 0, 0, 0, 0, 0, 0);

    /**
     * Adds others.
     * @param other the others
     * @return the sums
     */
    public TestTotals plus(TestTotals other) {
        return new TestTotals(this.total + other.total, this.critical + other.critical, this.major + other.major,
                this.minor + other.minor, this.skipped + other.skipped, this.flaky + other.flaky,
                this.millis + other.millis);
    }

    /**
     * All failures.
     * @return critical, major and minor ones
     */
    public int failed() {
        return this.critical + this.major + this.minor;
    }

    /**
     * Tests that ran.
     * @return all but the skipped ones
     */
    public int ran() {
        return this.total - this.skipped;
    }

}
