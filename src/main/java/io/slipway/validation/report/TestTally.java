package io.slipway.validation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Adds up the suites of a report, and keeps the most telling of them.
 */
final class TestTally {

    static final String FLAKY = "flaky";

    private static final Comparator<SuiteTotals> WORST_FIRST = Comparator
        .comparingInt((SuiteTotals suite) -> -suite.totals().critical())
        .thenComparingInt((suite) -> -suite.totals().major())
        .thenComparingInt((suite) -> -suite.totals().minor())
        .thenComparingInt((suite) -> -suite.totals().flaky())
        .thenComparing(SuiteTotals::name);

    private final Findings findings = new Findings(TestSeverity.CRITICAL, TestSeverity.MAJOR, TestSeverity.MINOR,
            FLAKY);

    private final List<SuiteTotals> failing = new ArrayList<>();

    private final List<SuiteTotals> clean = new ArrayList<>();

    private TestTotals totals = TestTotals.NONE;

    private int suites;

    static TestTotals failure(String severity, int times, long millis) {
        return switch (severity) {
            case TestSeverity.CRITICAL -> new TestTotals(times, times, 0, 0, 0, 0, millis);
            case TestSeverity.MINOR -> new TestTotals(times, 0, 0, times, 0, 0, millis);
            default -> new TestTotals(times, 0, times, 0, 0, 0, millis);
        };
    }

    /** What turns a failure into a flaky test. */
    static TestTotals forgiven(String severity) {
        TestTotals failure = failure(severity, 1, 0);
        return new TestTotals(0, -failure.critical(), -failure.major(), -failure.minor(), 0, 1, 0);
    }

    void keep(@Nullable Finding finding) {
        if (finding != null) {
            this.findings.add(finding);
        }
    }

    /** Shows a failed test as a flaky one, if it is among those that are kept. */
    void forgive(String severity, String where, String what) {
        this.findings.move(severity, where, what, FLAKY);
    }

    void unlisted(String severity, String suite, int times) {
        this.findings.add(Finding.of(severity, suite, "",
                "The report counts " + times + " more failures here than it lists.", ""));
        this.findings.count(times - 1);
    }

    /** A suite that only holds others says nothing of its own. */
    void add(SuiteTotals suite) {
        this.totals = this.totals.plus(suite.totals());
        if (suite.totals().total() == 0) {
            return;
        }
        this.suites++;
        TestTotals own = suite.totals();
        List<SuiteTotals> kind = (own.failed() + own.flaky() > 0) ? this.failing : this.clean;
        if (kind.size() < Report.MOST_SUITES) {
            kind.add(suite);
        }
    }

    Report report(String tool) {
        List<SuiteTotals> shown = Stream
            .concat(this.failing.stream().sorted(WORST_FIRST), this.clean.stream().sorted(WORST_FIRST))
            .limit(Report.MOST_SUITES)
            .toList();
        return Report.ofTests(ReportFormat.JUNIT, tool, this.totals, shown, this.suites - shown.size(),
                this.findings.worst(), this.findings.leftOut());
    }

}
