package io.slipway.validation.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads JUnit XML as Surefire, Gradle, pytest, Jest, Go's converters and others write it.
 * Cases are counted, and what a suite claims counts only where it claims more failures
 * than it lists.
 */
final class JunitReader {

    private static final int MOST_SUITES = 100_000;

    private static final String GO = "go.version";

    private final XmlSource xml;

    private final TestTally tally = new TestTally();

    private final Deque<JunitSuite> open = new ArrayDeque<>();

    private String tool = "";

    private int suites;

    private JunitReader(XmlSource xml) {
        this.xml = xml;
    }

    static Report read(InputStream in) throws IOException {
        try (XmlSource xml = new XmlSource(in, false)) {
            return new JunitReader(xml).read();
        }
    }

    private Report read() throws IOException {
        this.xml.root(Set.of("testsuites", "testsuite"));
        this.tool = Clip.to(Finding.NAME, this.xml.attribute("name"));
        begin();
        while (this.xml.next()) {
            if (!this.xml.start()) {
                end();
            }
            else if (isSuite(this.xml.name())) {
                begin();
            }
            else {
                inSuite();
            }
        }
        return this.tally.report(this.tool);
    }

    private static boolean isSuite(String name) {
        return name.equals("testsuite") || name.equals("testsuites");
    }

    private void begin() {
        if (++this.suites > MOST_SUITES) {
            throw this.xml.refuse("suites", MOST_SUITES);
        }
        JunitSuite around = this.open.peek();
        this.open.push(new JunitSuite(around, Clip.to(Finding.NAME, this.xml.attribute("name")),
                this.xml.number("tests"), this.xml.number("failures") + this.xml.number("errors")));
    }

    private void end() {
        JunitSuite suite = this.open.pop();
        suite.end(this.tally);
    }

    private void inSuite() throws IOException {
        switch (this.xml.name()) {
            case "testcase" -> testCase(this.open.element());
            case "properties" -> properties((name, value) -> {
                JunitSuite suite = this.open.element();
                suite.property(name, value);
                if (name.equals(GO)) {
                    suite.runsOfOneNameAreReruns();
                }
            });
            default -> this.xml.skip();
        }
    }

    private void testCase(JunitSuite suite) throws IOException {
        JunitCase one = new JunitCase(Clip.to(Finding.NAME, this.xml.attribute("classname")),
                Clip.to(Finding.NAME, this.xml.attribute("name")), millis(this.xml.attribute("time")));
        one.notRun(this.xml.attribute("status").equals("notrun"));
        while (this.xml.next() && this.xml.start()) {
            switch (this.xml.name()) {
                case "failure", "error" -> {
                    String message = this.xml.attribute("message");
                    String type = this.xml.attribute("type");
                    one.failed(Clip.to(Finding.MESSAGE, message.isBlank() ? type : message),
                            this.xml.text(Finding.DETAIL));
                }
                case "flakyFailure", "flakyError" -> {
                    String message = this.xml.attribute("message");
                    one.flaky(Clip.to(Finding.MESSAGE, message));
                    this.xml.skip();
                }
                case "skipped" -> {
                    one.skipped();
                    this.xml.skip();
                }
                case "properties" -> properties(one::property);
                default -> this.xml.skip();
            }
        }
        suite.add(one, this.tally);
    }

    private void properties(PropertyTaker taker) throws IOException {
        while (this.xml.next() && this.xml.start()) {
            if (!this.xml.name().equals("property")) {
                this.xml.skip();
                continue;
            }
            String name = this.xml.attribute("name");
            String value = Clip.to(Finding.NAME, this.xml.attribute("value"));
            String text = this.xml.text(Finding.NAME);
            taker.take(Clip.to(Finding.NAME, name), value.isEmpty() ? text : value);
        }
    }

    /** Seconds as runners write them, some with commas between thousands. */
    private static long millis(String time) {
        String seconds = time.strip().replace(",", "");
        return seconds.matches("\\d{1,9}(\\.\\d{1,12})?") ? Math.round(Double.parseDouble(seconds) * 1000) : 0;
    }

    /**
     * Takes a property.
     */
    @FunctionalInterface
    private interface PropertyTaker {

        void take(String name, String value);

    }

    /**
     * A test case as it is being read.
     */
    static final class JunitCase {

        private final String className;

        private final String name;

        private final long millis;

        private String severity = "";

        private @Nullable String failure;

        private String detail = "";

        private @Nullable String flaky;

        private boolean skipped;

        private int failures;

        JunitCase(String className, String name, long millis) {
            this.className = className;
            this.name = name;
            this.millis = millis;
        }

        void notRun(boolean notRun) {
            this.skipped = notRun;
        }

        void failed(String message, String text) {
            this.failures++;
            if (this.failure == null) {
                this.failure = message;
                this.detail = text;
            }
        }

        void flaky(String message) {
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

        int failures() {
            return this.failures;
        }

        boolean passed() {
            return this.failure == null && !this.skipped;
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

}
