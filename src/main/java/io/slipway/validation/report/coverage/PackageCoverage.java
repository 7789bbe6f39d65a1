package io.slipway.validation.report.coverage;

/**
 * The coverage of one package.
 *
 * @param linesCovered lines that ran
 * @param lines lines that could run
 */
public record PackageCoverage(String name, long linesCovered, long lines) {

    /**
     * The share of covered lines.
     * @return in per cent, rounded down
     */
    public int linePercent() {
        return CoverageTotals.percent(this.linesCovered, this.lines);
    }

}
