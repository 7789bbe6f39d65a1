package io.slipway.validation;

/**
 * The results of testing a package, as the test manager states them.
 *
 * @param report address of the test report, at most 500 characters
 * @param summary what was tested and found, at most 4,000 characters
 */
public record TestResults(int critical, int major, int minor, String report, String summary) {

    /** Whether the results let a package pass. */
    public boolean passable() {
        return this.critical == 0 && this.major == 0;
    }

}
