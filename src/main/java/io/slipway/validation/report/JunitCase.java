package io.slipway.validation.report;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A test case as it is being read.
 */
final class JunitCase {

    private static final Set<String> FAILED = Set.of("fail", "failed", "failure", "error", "errored", "broken",
            "timeout", "timedout", "timed out", "interrupted", "crashed");

    private static final Set<String> SKIPPED = Set.of("notrun", "not run", "not-run", "skip", "skipped", "disabled",
            "ignored", "pending", "suppressed", "filtered", "inactive", "todo");

    private final String className;

    private final String name;

    private final long millis;

    private String severity = "";

    private @Nullable String failure;

    private String detail = "";

    private @Nullable String flaky;

    private boolean skipped;

    private int failures;

    private int reruns;

    JunitCase(String className, String name, long millis) {
        this.className = className;
        this.name = name;
        this.millis = millis;
    }

    /** What a runner says in an attribute, whether or not an element says it again. */
    void ended(String word) {
        String ended = word.strip().toLowerCase(Locale.ROOT);
        if (FAILED.contains(ended)) {
            this.failure = "";
        }
        this.skipped |= SKIPPED.contains(ended);
    }

    void failed(String message, String text) {
        this.failures++;
        if (this.failure == null || this.failure.isEmpty()) {
            this.failure = message;
            this.detail = text;
        }
    }

    /** A failed run that was followed by another one. */
    void rerun() {
        this.reruns++;
    }

    void flaky(String message) {
        this.reruns++;
        this.flaky = message;
    }

    void skipped() {
        this.skipped = true;
    }

    void property(String property, String value) {
        if (property.equalsIgnoreCase(TestSeverity.PROPERTY)) {
            this.severity = value;
        }
    }

    boolean failed() {
        return this.failure != null;
    }

    /** How many failures it lists. */
    int failures() {
        return failed() ? Math.max(1, this.failures) : 0;
    }

    /** How many more runs of it there were, all of which failed. */
    int reruns() {
        return this.reruns;
    }

    boolean passed() {
        return this.failure == null && !this.skipped;
    }

    boolean wasSkipped() {
        return this.failure == null && this.skipped;
    }

    String id() {
        return this.className + "\n" + this.name;
    }

    String severity(String ofSuite) {
        return TestSeverity.of(this.severity, this.name, this.className, ofSuite);
    }

    TestTotals totals(String ofSuite) {
        if (this.failure != null) {
            return TestTally.failure(severity(ofSuite), 1, this.millis);
        }
        if (this.skipped) {
            return new TestTotals(1, 0, 0, 0, 1, 0, this.millis);
        }
        return new TestTotals(1, 0, 0, 0, 0, (this.flaky != null) ? 1 : 0, this.millis);
    }

    String name() {
        return this.name;
    }

    String where(String suite) {
        if (this.className.isEmpty() || this.className.equals(suite)) {
            return suite;
        }
        boolean within = suite.isEmpty() || this.className.startsWith(suite);
        return Clip.to(Finding.NAME, within ? this.className : suite + " › " + this.className);
    }

    @Nullable Finding finding(String suite, String ofSuite) {
        String where = where(suite);
        if (this.failure != null) {
            String first = this.failure.isEmpty() ? this.detail.lines().findFirst().orElse("") : this.failure;
            return Finding.of(severity(ofSuite), where, this.name, first, this.detail);
        }
        return (this.flaky != null && !this.skipped) ? Finding.of(TestTally.FLAKY, where, this.name, this.flaky, "")
                : null;
    }

}
