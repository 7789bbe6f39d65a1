package io.slipway.validation.report;

import java.util.List;

import io.slipway.validation.report.coverage.CoverageTotals;
import io.slipway.validation.report.coverage.PackageCoverage;
import org.jspecify.annotations.Nullable;

/**
 * What a report says, cut down to what people and gates need.
 *
 * @param tool what wrote it, as far as it says so; empty if it does not
 * @param finished whether it says all that it should: the tool did its work, and nothing
 * that counts is missing or not understood
 * @param doubt what is wrong if it does not, such as {@code no-results}; empty if it does
 * @param tests the test results; null if it has none
 * @param scan the findings of a scanner; null if it has none
 * @param coverage the code coverage; null if it has none
 * @param parity the compared versions; null if it has none
 * @param suites the test suites, those with failures first, at most 500
 * @param suitesLeftOut how many more suites there are
 * @param packages the packages with the least covered lines, at most 100
 * @param findings failed tests, findings or differences, the most severe first, at most
 * 200
 * @param findingsLeftOut how many more findings there are
 */
public record Report(ReportFormat format, String tool, boolean finished, String doubt, @Nullable TestTotals tests,
        @Nullable ScanTotals scan, @Nullable CoverageTotals coverage, @Nullable ParityTotals parity,
        List<SuiteTotals> suites, int suitesLeftOut, List<PackageCoverage> packages, List<Finding> findings,
        int findingsLeftOut) {

    /** The most suites that are kept. */
    public static final int MOST_SUITES = 500;

    /** The most packages that are kept. */
    public static final int MOST_PACKAGES = 100;

    /** The most findings that are kept. */
    public static final int MOST_FINDINGS = 200;

    /** One that was kept before doubts were told apart has none. */
    @SuppressWarnings("ConstantConditions")
    public Report {
        doubt = (doubt != null) ? doubt : finished ? "" : "unfinished";
    }

    static Report ofTests(ReportFormat format, String tool, TestTotals totals, List<SuiteTotals> suites, int left,
            List<Finding> findings, int findingsLeft) {
        return new Report(format, tool, true, "", totals, null, null, null, List.copyOf(suites), left, List.of(),
                List.copyOf(findings), findingsLeft);
    }

    static Report ofScan(String tool, ScanTotals totals, List<Finding> findings, int findingsLeft) {
        return new Report(ReportFormat.SARIF, tool, true, "", null, totals, null, null, List.of(), 0, List.of(),
                List.copyOf(findings), findingsLeft);
    }

    public static Report ofCoverage(ReportFormat format, String tool, CoverageTotals totals,
            List<PackageCoverage> packages) {
        return new Report(format, tool, true, "", null, null, totals, null, List.of(), 0, List.copyOf(packages),
                List.of(), 0);
    }

    static Report ofParity(ParityTotals totals, List<Finding> findings, int findingsLeft) {
        return new Report(ReportFormat.PARITY, "", true, "", null, null, null, totals, List.of(), 0, List.of(),
                List.copyOf(findings), findingsLeft);
    }

    /** The same, of which nobody is sure. */
    public Report doubting(String code) {
        return new Report(this.format, this.tool, false, code, this.tests, this.scan, this.coverage, this.parity,
                this.suites, this.suitesLeftOut, this.packages, this.findings, this.findingsLeftOut);
    }

    /**
     * What gates need of it.
     * @return the same without suites, packages and findings
     */
    public Report brief() {
        return new Report(this.format, this.tool, this.finished, this.doubt, this.tests, this.scan, this.coverage,
                this.parity, List.of(), 0, List.of(), List.of(), 0);
    }

}
