package io.slipway.validation.report.coverage;

/**
 * How much of the code the tests reached.
 *
 * @param linesCovered lines that ran
 * @param lines lines that could run
 */
public record CoverageTotals(long linesCovered, long lines, long branchesCovered, long branches) {

    /** Adds others. */
    public CoverageTotals plus(CoverageTotals other) {
        return new CoverageTotals(this.linesCovered + other.linesCovered, this.lines + other.lines,
                this.branchesCovered + other.branchesCovered, this.branches + other.branches);
    }

    /**
     * Of two statements about the same the worse one, lines and branches by themselves.
     */
    CoverageTotals worse(CoverageTotals other) {
        CoverageTotals byLine = isWorse(other.linesCovered, other.lines, this.linesCovered, this.lines) ? other : this;
        CoverageTotals byBranch = isWorse(other.branchesCovered, other.branches, this.branchesCovered, this.branches)
                ? other : this;
        return new CoverageTotals(byLine.linesCovered, byLine.lines, byBranch.branchesCovered, byBranch.branches);
    }

    /** A statement about nothing says nothing. */
    private static boolean isWorse(long covered, long all, long otherCovered, long otherAll) {
        return all > 0 && (otherAll == 0 || (double) covered / all < (double) otherCovered / otherAll);
    }

    /** Whether more is covered than there is. */
    boolean impossible() {
        return this.linesCovered > this.lines || this.branchesCovered > this.branches;
    }

    /**
     * The share of covered lines.
     * @return in per cent, rounded down; 0 if there are no lines
     */
    public int linePercent() {
        return percent(this.linesCovered, this.lines);
    }

    static int percent(long covered, long all) {
        return (all > 0) ? (int) (covered * 100 / all) : 0;
    }

}
