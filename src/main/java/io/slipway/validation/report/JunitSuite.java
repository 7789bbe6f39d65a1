package io.slipway.validation.report;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A test suite as it is being read, with what the suites in it came to.
 */
final class JunitSuite {

    /** So many failed tests wait for a rerun at most; those beyond stay failed. */
    private static final int MOST_RERUNS = 10_000;

    private final @Nullable JunitSuite around;

    private final String name;

    private final Claimed claimed;

    private final Map<String, String> awaitingRerun = new HashMap<>();

    private String severity;

    private boolean reruns;

    private TestTotals own = TestTotals.NONE;

    private int tests;

    private int failures;

    private int skipped;

    private int rerunsListed;

    JunitSuite(@Nullable JunitSuite around, String name, Claimed claimed) {
        this.around = around;
        this.name = (around == null || around.name.isEmpty() || around.around == null) ? name
                : Clip.to(Finding.NAME, around.name + " › " + name);
        this.claimed = claimed;
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
        this.skipped += one.wasSkipped() ? 1 : 0;
        this.rerunsListed += one.reruns();
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

    /**
     * Adds what it claims beyond what it lists. A suite that claims more tests than it
     * has cases may count every run of them, as Surefire does.
     */
    void end(TestTally tally) {
        int again = (this.claimed.tests() > this.tests) ? this.rerunsListed : 0;
        int unlisted = this.claimed.failures() - Sums.of(this.failures, again);
        if (unlisted > 0) {
            String as = TestSeverity.of("", "", "", this.severity);
            this.own = this.own.plus(TestTally.failure(as, unlisted, 0));
            tally.unlisted(as, this.name, unlisted);
            this.failures = Sums.of(this.failures, unlisted);
            this.tests = Sums.of(this.tests, unlisted);
        }
        int more = this.claimed.tests() - Sums.of(this.tests, again);
        if (more > 0) {
            int notRun = Math.max(0, Math.min(more, this.claimed.skipped() - this.skipped));
            this.own = this.own.plus(new TestTotals(more, 0, 0, 0, notRun, 0, 0));
            this.skipped = Sums.of(this.skipped, notRun);
            this.tests = Sums.of(this.tests, more);
        }
        tally.add(new SuiteTotals(this.name, this.own));
        if (this.around != null) {
            this.around.tests = Sums.of(this.around.tests, this.tests);
            this.around.failures = Sums.of(this.around.failures, this.failures);
            this.around.skipped = Sums.of(this.around.skipped, this.skipped);
            this.around.rerunsListed = Sums.of(this.around.rerunsListed, this.rerunsListed);
        }
    }

    /**
     * What the head of a suite says.
     *
     * @param skipped how many did not run
     */
    record Claimed(int tests, int failures, int skipped) {
    }

}
