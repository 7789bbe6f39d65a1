package io.slipway.validation.report;

import java.util.HashMap;
import java.util.Map;

import io.slipway.validation.report.JunitReader.JunitCase;
import org.jspecify.annotations.Nullable;

/**
 * A test suite as it is being read, with what the suites in it came to.
 */
final class JunitSuite {

    /** So many failed tests wait for a rerun at most; those beyond stay failed. */
    private static final int MOST_RERUNS = 10_000;

    private final @Nullable JunitSuite around;

    private final String name;

    private final int claimedTests;

    private final int claimedFailures;

    private final Map<String, String> awaitingRerun = new HashMap<>();

    private String severity;

    private boolean reruns;

    private TestTotals own = TestTotals.NONE;

    private int tests;

    private int failures;

    JunitSuite(@Nullable JunitSuite around, String name, int claimedTests, int claimedFailures) {
        this.around = around;
        this.name = (around == null || around.name.isEmpty() || around.around == null) ? name
                : Clip.to(Finding.NAME, around.name + " › " + name);
        this.claimedTests = claimedTests;
        this.claimedFailures = claimedFailures;
        this.severity = (around != null) ? around.severity : "";
    }

    void property(String property, String value) {
        if (property.equalsIgnoreCase(TestSeverity.PROPERTY)) {
            this.severity = value;
        }
    }

    /** Names of tests in Go are unique: who fails and passes was run again. */
    void runsOfOneNameAreReruns() {
        this.reruns = true;
    }

    void add(JunitCase one, TestTally tally) {
        this.tests++;
        this.failures += one.failures();
        String failedAs = this.reruns ? this.awaitingRerun.get(one.id()) : null;
        if (failedAs != null && one.failed()) {
            return;
        }
        if (failedAs != null && one.passed()) {
            this.awaitingRerun.remove(one.id());
            this.own = this.own.plus(TestTally.forgiven(failedAs));
            tally.forgive(failedAs, one.where(this.name), one.name());
            return;
        }
        if (this.reruns && one.failed() && this.awaitingRerun.size() < MOST_RERUNS) {
            this.awaitingRerun.put(one.id(), one.severity(this.severity));
        }
        this.own = this.own.plus(one.totals(this.severity));
        tally.keep(one.finding(this.name, this.severity));
    }

    void end(TestTally tally) {
        int unlisted = this.claimedFailures - this.failures;
        if (unlisted > 0) {
            String as = TestSeverity.of("", "", "", this.severity);
            this.own = this.own.plus(TestTally.failure(as, unlisted, 0));
            tally.unlisted(as, this.name, unlisted);
            this.failures += unlisted;
            this.tests += unlisted;
        }
        if (this.claimedTests > this.tests) {
            this.own = this.own.plus(new TestTotals(this.claimedTests - this.tests, 0, 0, 0, 0, 0, 0));
            this.tests = this.claimedTests;
        }
        tally.add(new SuiteTotals(this.name, this.own));
        if (this.around != null) {
            this.around.tests += this.tests;
            this.around.failures += this.failures;
        }
    }

}
