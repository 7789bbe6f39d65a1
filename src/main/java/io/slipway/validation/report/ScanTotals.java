package io.slipway.validation.report;

/**
 * How many findings a scanner reports, by severity.
 *
 * @param informational notes that ask for nothing
 * @param suppressed findings that were accepted as they are
 * @param fresh findings that an earlier scan did not have, as far as the scanner tells
 */
public record ScanTotals(int critical, int high, int medium, int low, int informational, int suppressed, int fresh) {

    /** Adds others. */
    public ScanTotals plus(ScanTotals other) {
        return new ScanTotals(Sums.of(this.critical, other.critical), Sums.of(this.high, other.high),
                Sums.of(this.medium, other.medium), Sums.of(this.low, other.low),
                Sums.of(this.informational, other.informational), Sums.of(this.suppressed, other.suppressed),
                Sums.of(this.fresh, other.fresh));
    }

}
