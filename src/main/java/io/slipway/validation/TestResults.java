package io.slipway.validation;

import jakarta.persistence.Embeddable;

/**
 * The results of testing a package, as the test manager states them.
 *
 * @param critical open critical failures
 * @param major open major failures
 * @param minor open minor failures
 * @param report address of the test report, at most 500 characters
 * @param summary what was tested and found, at most 4,000 characters
 */
@Embeddable
public record TestResults(int critical, int major, int minor, String report, String summary) {

    /**
     * Tells whether the results let a package pass.
     * @return whether no critical and no major failure is open
     */
    public boolean passable() {
        return this.critical == 0 && this.major == 0;
    }

}
