package io.slipway.validation.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

import io.slipway.input.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is cut off from a report that stops a release, repeated in it, hidden behind
 * elements of others or written so that nobody can read it: it is refused, stops the
 * release or leaves a doubt, and never passes.
 */
class MutatedReportTests {

    private static final int ROUNDS = 300;

    private static final List<String> GARBLED = List.of("?", "-1", "1e9", "ten", "99999999999", "1;2", "0x1");

    @ParameterizedTest
    @ValueSource(longs = { 1, 2 })
    void neverTurnAFailedTestIntoAPassedOne(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            judge(ReportFormat.JUNIT, junit(random), random, (report) -> report.tests().failed() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2 })
    void neverLoseAGraveFinding(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            judge(ReportFormat.SARIF, sarif(random), random, (report) -> report.scan().critical() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2 })
    void neverCoverMore(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            judge(ReportFormat.COBERTURA, cobertura(random), random, (report) -> report.coverage().linePercent() > 50);
        }
    }

    private static void judge(ReportFormat format, String report, Random random, Predicate<Report> passes) {
        for (String text : List.of(report, report.substring(0, random.nextInt(report.length())))) {
            try {
                Report read = new ReportReader().read(format,
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
                assertThat(read.finished() && passes.test(read)).as(text).isFalse();
            }
            catch (InvalidInputException ex) {
                assertThat(ex.field()).isEqualTo("report");
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }
    }

    private static String junit(Random random) {
        List<String> cases = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            cases.add(foreign(random, one(random, List.of("<testcase name='t'/>",
                    "<testcase name='t'><skipped/></testcase>", "<testcase name='t'><flakyError/></testcase>"))));
        }
        String failed = one(random, List.of("<failure/>", "<error message='m'>text</error>",
                "<failure/><rerunFailure/><rerunError/>", "<system-out>x</system-out><failure/><skipped/>"));
        cases.add(foreign(random, "<testcase name='f'>" + foreign(random, failed) + "</testcase>"));
        repeatSome(random, cases);
        String heads = " tests='" + number(random, cases.size()) + "' failures='" + number(random, 1) + "' skipped='"
                + number(random, 0) + "'";
        String suite = foreign(random, "<testsuite name='s'" + heads + ">" + String.join("", cases) + "</testsuite>");
        return "<testsuites" + (random.nextBoolean() ? heads : "") + ">" + suite.repeat(1 + random.nextInt(2))
                + "</testsuites>";
    }

    private static String sarif(Random random) {
        String grave = "{\"id\":\"a\",\"properties\":{\"security-severity\":\""
                + one(random, List.of("9.8", "critical", "10.0", "9.8?", "9,8", "nine")) + "\"}}";
        List<String> rules = new ArrayList<>(List.of(grave));
        for (int i = random.nextInt(3); i > 0; i--) {
            rules.add("{\"id\":\"" + one(random, List.of("a", "b"))
                    + "\",\"properties\":{\"security-severity\":\"2.0\"}}");
        }
        List<String> results = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            results
                .add(one(random, List.of("{\"ruleId\":\"b\",\"level\":\"note\"}", "{\"kind\":\"pass\"}", "7", "null")));
        }
        results.add(one(random,
                List.of("{\"ruleId\":\"a\"}", "{\"ruleIndex\":0}", "{\"ruleId\":\"a\",\"ruleIndex\":0}",
                        "{\"ruleId\":\"a/more\",\"level\":\"note\"}", "{\"ruleIndex\":99}", "{\"rule\":{\"index\":0}}",
                        "{\"ruleId\":\"a\",\"kind\":\"failed\"}", "{\"ruleId\":\"a\",\"suppressions\":[7]}",
                        "{\"ruleId\":\"a\",\"suppressions\":[{\"status\":\"underReview\"}]}")));
        repeatSome(random, results);
        String run = "{\"results\":[" + String.join(",", results) + "],\"tool\":{\"driver\":{\"rules\":["
                + String.join(",", rules) + "]}}}";
        String runs = run + (",{\"results\":[]}").repeat(random.nextInt(2)) + ("," + run).repeat(random.nextInt(2));
        return one(random,
                List.of("{\"version\":\"2.1.0\",\"runs\":[" + runs + "]}",
                        "{\"version\":\"2.1.0\",\"runs\":[],\"inlineExternalProperties\":[" + run + "]}",
                        "{\"version\":\"2.1.0\",\"runs\":[" + runs + "],\"runs\":[]}"));
    }

    private static String cobertura(Random random) {
        List<String> classes = new ArrayList<>(
                List.of("<class name='low'><lines>" + "<line number='1' hits='0'/>".repeat(6) + "</lines></class>",
                        "<class name='high'><lines>" + "<line number='1' hits='3'/>".repeat(6) + "</lines></class>"));
        for (int i = random.nextInt(9); i > 0; i--) {
            classes.add(classes.get(1));
        }
        classes.replaceAll((one) -> foreign(random, one));
        return "<coverage line-rate='0.5' lines-covered='" + number(random, 6) + "' lines-valid='" + number(random, 12)
                + "'><packages>" + foreign(random, "<package name='p'>" + String.join("", classes) + "</package>")
                + "</packages></coverage>";
    }

    private static void repeatSome(Random random, List<String> parts) {
        for (int i = random.nextInt(3); i > 0; i--) {
            parts.add(one(random, parts));
        }
        Collections.shuffle(parts, random);
    }

    private static String number(Random random, int right) {
        return (random.nextInt(5) > 0) ? Integer.toString(right) : one(random, GARBLED);
    }

    private static String one(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static String foreign(Random random, String elements) {
        return switch (random.nextInt(5)) {
            case 0 -> "<x:more xmlns:x='urn:example:x'>" + elements + "</x:more>";
            case 1 -> elements.replaceFirst("<(\\w+)", "<$1 xmlns='urn:example:y'");
            default -> elements;
        };
    }

}
