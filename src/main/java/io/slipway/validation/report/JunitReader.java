package io.slipway.validation.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads JUnit XML as Surefire, Gradle, pytest, Jest, Go's converters and others write it.
 * Cases are counted, and what a suite claims counts only where it claims more than it
 * lists. Elements count by their name in whatever namespace, and unknown ones are looked
 * into, so that no failure hides there.
 */
final class JunitReader {

    private static final int MOST_SUITES = 100_000;

    private static final String GO = "go.version";

    private final XmlSource xml;

    private final TestTally tally = new TestTally();

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
        String tool = Clip.to(Finding.NAME, this.xml.attribute("name"));
        suite(null);
        this.xml.end();
        Report report = this.tally.report(tool);
        return this.xml.doubtful() ? report.doubting("not-understood") : report;
    }

    private void suite(@Nullable JunitSuite around) throws IOException {
        if (++this.suites > MOST_SUITES) {
            throw this.xml.refuse("suites", MOST_SUITES);
        }
        JunitSuite suite = new JunitSuite(around, Clip.to(Finding.NAME, this.xml.attribute("name")), claimed());
        inSuite(suite);
        suite.end(this.tally);
    }

    private JunitSuite.Claimed claimed() {
        return new JunitSuite.Claimed(this.xml.number("tests"),
                Sums.of(this.xml.number("failures"), this.xml.number("errors")), Sums.of(this.xml.number("skipped"),
                        this.xml.number("skips"), this.xml.number("disabled"), this.xml.number("ignored")));
    }

    private void inSuite(JunitSuite suite) throws IOException {
        while (this.xml.next() && this.xml.start()) {
            switch (this.xml.name()) {
                case "testsuite", "testsuites" -> suite(suite);
                case "testcase" -> testCase(suite);
                case "failure", "error" -> {
                    JunitCase itself = new JunitCase("", "", 0);
                    failed(itself);
                    suite.add(itself, this.tally);
                }
                case "properties" -> properties((name, value) -> {
                    suite.property(name, value);
                    if (name.equals(GO)) {
                        suite.runsOfOneNameAreReruns();
                    }
                });
                case "system-out", "system-err" -> this.xml.skip();
                default -> inSuite(suite);
            }
        }
    }

    private void testCase(JunitSuite suite) throws IOException {
        JunitCase one = new JunitCase(Clip.to(Finding.NAME, this.xml.attribute("classname")),
                Clip.to(Finding.NAME, this.xml.attribute("name")), millis(this.xml.attribute("time")));
        one.ended(this.xml.attribute("status"));
        one.ended(this.xml.attribute("result"));
        inCase(one);
        suite.add(one, this.tally);
    }

    private void inCase(JunitCase one) throws IOException {
        while (this.xml.next() && this.xml.start()) {
            switch (this.xml.name()) {
                case "failure", "error" -> failed(one);
                case "flakyFailure", "flakyError" -> {
                    one.flaky(Clip.to(Finding.MESSAGE, this.xml.attribute("message")));
                    this.xml.skip();
                }
                case "rerunFailure", "rerunError" -> {
                    one.rerun();
                    this.xml.skip();
                }
                case "skipped", "disabled", "ignored" -> {
                    one.skipped();
                    this.xml.skip();
                }
                case "properties" -> properties(one::property);
                case "system-out", "system-err" -> this.xml.skip();
                default -> inCase(one);
            }
        }
    }

    private void failed(JunitCase one) throws IOException {
        String message = this.xml.attribute("message");
        String type = this.xml.attribute("type");
        one.failed(Clip.to(Finding.MESSAGE, message.isBlank() ? type : message), this.xml.text(Finding.DETAIL));
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

    /** Takes a property. */
    @FunctionalInterface
    private interface PropertyTaker {

        void take(String name, String value);

    }

}
