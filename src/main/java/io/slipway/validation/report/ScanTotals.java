package io.slipway.validation.report;

/**
 * How many findings a scanner reports, by severity.
 *
 * @param critical critical findings
 * @param high high findings
 * @param medium medium findings
 * @param low low findings
 * @param informational notes that ask for nothing
 * @param suppressed findings that were accepted as they are
 * @param fresh findings that an earlier scan did not have, as far as the scanner tells
 */
public record ScanTotals(int critical, int high, int medium, int low, int informational, int suppressed, int fresh) {

    /**
     * Adds others.
     * @param other the others
     * @return the sums
     */
    public ScanTotals plus(ScanTotals other) {
        return new ScanTotals(this.critical + other.critical, this.high + other.high, this.medium + other.medium,
                this.low + other.low, this.informational + other.informational, this.suppressed + other.suppressed,
                this.fresh + other.fresh);
    }

}
