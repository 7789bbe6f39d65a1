package io.slipway.validation.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.slipway.input.InvalidInputException;
import io.slipway.validation.report.coverage.CoverageTotals;
import io.slipway.validation.report.coverage.PackageCoverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Reports are read as the tools write them, and refused where they are broken or hostile.
 */
class ReportReaderTests {

    private static final String SARIF = "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"x\"}},"
            + "\"results\":[]}]}";

    @Test
    void keepsWhatFailedAndWhy() {
        Report report = file(ReportFormat.JUNIT, "junit-surefire.xml");
        assertThat(report.findings()).extracting(Finding::what)
            .containsExactly("booksOnce", "needsTheLedger", "asksTheBank");
        Finding first = report.findings().get(0);
        assertThat(first.severity()).isEqualTo("major");
        assertThat(first.where()).isEqualTo("com.example.refunds.RefundTests");
        assertThat(first.message()).isEqualTo("expected: <1> but was: <2>");
        assertThat(first.detail()).contains("RefundTests.java:24");
        assertThat(report.findings().get(1).message()).isEqualTo("java.lang.IllegalStateException");
        assertThat(report.tests().millis()).isEqualTo(1522);
    }

    @Test
    void showsFailuresFirstAndNamesNestedSuites() {
        Report report = file(ReportFormat.JUNIT, "junit-nested.xml");
        assertThat(report.suites()).extracting(SuiteTotals::name)
            .containsExactly("Payments › Cards", "Payments › Refunds");
        assertThat(report.findings()).extracting(Finding::severity).containsExactly("critical", "minor", "minor");
        assertThat(report.findings()).extracting(Finding::message)
            .contains("The report counts 2 more failures here than it lists.");
    }

    @Test
    void takesARerunInGoAsFlaky() {
        Report report = file(ReportFormat.JUNIT, "junit-gotestsum.xml");
        assertThat(report.findings()).extracting(Finding::severity, Finding::what)
            .containsExactly(org.assertj.core.groups.Tuple.tuple("major", "TestBalances"),
                    org.assertj.core.groups.Tuple.tuple("flaky", "TestAsksBank"));
        assertThat(report.findingsLeftOut()).isZero();
    }

    @Test
    void neverForgivesTwoTestsOfOneNameElsewhere() {
        TestTotals tests = text(ReportFormat.JUNIT, "<testsuite name='a'><testcase name='same'><failure/></testcase>"
                + "<testcase name='same'/></testsuite>")
            .tests();
        assertThat(tests.failed()).isEqualTo(1);
    }

    @Test
    void keepsTheMostSevereOfManyFailures() {
        StringBuilder xml = new StringBuilder("<testsuite name='many'>");
        for (int i = 0; i < 1000; i++) {
            xml.append("<testcase name='t").append(i).append("'><failure/></testcase>");
        }
        xml.append("<testcase name='[critical] last'><failure message='!'/></testcase></testsuite>");
        Report report = text(ReportFormat.JUNIT, xml.toString());
        assertThat(report.findings()).hasSize(200);
        assertThat(report.findings().get(0).what()).isEqualTo("[critical] last");
        assertThat(report.findingsLeftOut()).isEqualTo(801);
        assertThat(report.tests().major()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({ "a, blocker, critical", "a, normal, major", "a, trivial, minor", "a, odd, major", "a, '', major",
            "pays @minor often, '', minor", "mail@minor.example, '', major", "TestPay/#critical_x, '', critical",
            "pays [MINOR], critical, critical" })
    void weighsAFailureByPropertyThenNameThenMajor(String name, String property, String severity) {
        assertThat(TestSeverity.of(property, name, "", "")).isEqualTo(severity);
    }

    @Test
    void readsFindingsOfAnyScanner() {
        Report report = file(ReportFormat.SARIF, "scanner.sarif");
        assertThat(report.scan()).isEqualTo(new ScanTotals(3, 1, 2, 1, 0, 1, 1));
        assertThat(report.tool()).isEqualTo("Linter, Scanner 4.1.0");
        assertThat(report.finished()).isTrue();
        assertThat(report.findings()).extracting(Finding::severity)
            .startsWith("critical", "critical", "critical", "high")
            .endsWith("low");
        assertThat(report.findings()).extracting(Finding::where).contains("pom.xml:7");
    }

    @Test
    void readsWhatEslintWrites() {
        Report report = file(ReportFormat.SARIF, "eslint.sarif");
        assertThat(report.scan()).isEqualTo(new ScanTotals(0, 1, 1, 0, 0, 0, 0));
        assertThat(report.tool()).isEqualTo("ESLint 8.57.1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"version\":\"2.1.0\",\"runs\":[]}",
            "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[]}],\"inlineExternalProperties\":[{\"results\":[{}]}]}",
            "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"level\":\"ERROR\"}]}]}",
            "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"ruleIndex\":3}]}]}",
            "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"properties\":{\"security-severity\":\"9,8\"}}]}]}",
            "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[],\"invocations\":[{\"executionSuccessful\":\"no\"}]}]}",
            "{\"version\":\"2.1.0\",\"runs\":[{\"results\":null}]}", "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{}}]}",
            "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[],\"invocations\":[{\"executionSuccessful\":false}]}]}" })
    void tellsAScanThatDidNotFinish(String sarif) {
        assertThat(text(ReportFormat.SARIF, sarif).finished()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "'', note, 0, high", "'', note, -1, high", "error, note, 0, high", "note, error, 0, low",
            "'', error, 1, low", "'', error, -1, high" })
    void weighsAFindingAsTheScannerWasConfigured(String level, String byDefault, int invocation, String severity) {
        String override = "{\"executionSuccessful\":true,\"ruleConfigurationOverrides\":[{\"descriptor\":{\"id\":\"a\","
                + "\"index\":0},\"configuration\":{\"level\":\"%s\"}}]}";
        Report report = text(ReportFormat.SARIF, "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"rules\":"
                + "[{\"id\":\"a\",\"defaultConfiguration\":{\"level\":\"" + byDefault
                + "\"}}]}},\"results\":[{\"ruleId\":" + "\"a\""
                + (level.isEmpty() ? "" : ",\"level\":\"" + level + "\"")
                + ((invocation < 0) ? "" : ",\"provenance\":{\"invocationIndex\":" + invocation + "}")
                + "}],\"invocations\":[" + override.formatted("error") + "," + override.formatted("note") + "]}]}");
        assertThat(report.findings()).extracting(Finding::severity).containsExactly(severity);
        assertThat(report.finished()).isTrue();
    }

    @Test
    void takesTheOnlyInvocationForTheOneThatIsMeant() {
        assertThat(text(ReportFormat.SARIF, "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"rules\":"
                + "[{\"id\":\"a\",\"defaultConfiguration\":{\"level\":\"error\"}}]}},\"invocations\":[{\"executionSuccessful\":"
                + "true,\"ruleConfigurationOverrides\":[{\"descriptor\":{\"id\":\"a\"},\"configuration\":{\"level\":\"note\"}}]}],"
                + "\"results\":[{\"ruleId\":\"a\"}]}]}")
            .scan()).isEqualTo(new ScanTotals(0, 0, 0, 1, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <testsuite failures='10000000000'/>                                               | 999999999 | true
            <testsuite failures='some'/>                                                      | 0 | false
            <testsuite tests='-1'/>                                                           | 0 | false
            <testsuite failures='1,204.0'/>                                                   | 0 | false
            <testsuite failures='1,204'/>                                                     | 1204 | true
            <testsuite><testcase status='failed'/></testsuite>                                | 1 | true
            <testsuite><error message='no class'/></testsuite>                                | 1 | true
            <testsuite><group><testcase><failure/></testcase></group></testsuite>             | 1 | true
            <testsuite><testcase><x:y xmlns:x='u'><x:failure/></x:y></testcase></testsuite>   | 1 | true
            <testsuite><testcase><failure/><skipped/></testcase></testsuite>                  | 1 | true
            <testsuite tests='2' failures='1'><testcase><flakyFailure/></testcase><testcase/></testsuite> | 1 | true
            """)
    void missesNoFailure(String xml, int failed, boolean finished) {
        Report report = text(ReportFormat.JUNIT, xml);
        assertThat(report.tests().failed()).isEqualTo(failed);
        assertThat(report.finished()).isEqualTo(finished);
    }

    @Test
    void neverAddsUpToLessThanNothing() {
        Report report = text(ReportFormat.JUNIT,
                "<testsuites>" + "<testsuite failures='999999999'/>".repeat(5) + "</testsuites>");
        assertThat(report.tests().major()).isEqualTo(Integer.MAX_VALUE);
        assertThat(report.tests().plus(report.tests()).failed()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void doesNotCountSkippedTestsThatAreNotListedAsRun() {
        assertThat(text(ReportFormat.JUNIT, "<testsuite tests='7' skipped='4' disabled='2'/>").tests().ran())
            .isEqualTo(1);
    }

    @Test
    void believesTheWorseOfTwoStatementsAboutCoverage() {
        String lines = "<package name='p'><class><lines><line number='1' hits='1'/></lines></class></package>";
        String low = "<coverage line-rate='0.5' lines-covered='1' lines-valid='2'>";
        assertThat(text(ReportFormat.COBERTURA, low + lines.repeat(50) + "</coverage>").coverage().linePercent())
            .isEqualTo(50);
        assertThat(text(ReportFormat.COBERTURA, low.replace("'2'", "'two'") + lines + "</coverage>").finished())
            .isFalse();
        String root = "<counter type='LINE' missed='9' covered='1'/>";
        String twice = root + root.replace("9", "0");
        assertThat(text(ReportFormat.JACOCO, "<report name='a'>" + root + "</report>").finished()).isTrue();
        assertThat(text(ReportFormat.JACOCO, "<report name='a'>" + twice + "</report>").finished()).isFalse();
        assertThat(text(ReportFormat.JACOCO,
                "<report name='a'><package name='p'>" + root + "</package>" + root.replace("9", "0") + "</report>")
            .coverage()
            .linePercent()).isEqualTo(10);
    }

    @Test
    void readsCoverage() {
        Report jest = file(ReportFormat.COBERTURA, "cobertura-jest.xml");
        assertThat(jest.coverage()).isEqualTo(new CoverageTotals(4, 5, 2, 4));
        Report jacoco = file(ReportFormat.JACOCO, "jacoco.xml");
        assertThat(jacoco.coverage()).isEqualTo(new CoverageTotals(20, 52, 5, 10));
        assertThat(jacoco.coverage().linePercent()).isEqualTo(38);
        assertThat(jacoco.packages()).extracting(PackageCoverage::name)
            .containsExactly("com/example/ledger", "com/example/refunds");
    }

    @Test
    void comparesVersions() {
        Report report = text(ReportFormat.PARITY,
                "{\"slipwayParity\":1,\"test\":{\"java\":\"17\",\"db\":\"11.4\",\"cache\":\"7\"},"
                        + "\"production\":{\"java\":\"17\",\"db\":\"10.11\",\"proxy\":\"2\"}}");
        assertThat(report.parity()).isEqualTo(new ParityTotals(4, 3));
        assertThat(report.findings()).extracting(Finding::what).containsExactly("cache", "db", "proxy");
        assertThat(report.findings()).extracting(Finding::message)
            .containsExactly("7 in the test environment, missing in production",
                    "11.4 in the test environment, 10.11 in production",
                    "missing in the test environment; 2 in production");
    }

    @Test
    void readsTestsDoneByHand() {
        Report report = text(ReportFormat.MANUAL,
                "{\"slipwayManualTest\":1,\"title\":\"Counter\",\"steps\":["
                        + "{\"action\":\"Pay\",\"expected\":\"Receipt\",\"result\":\"passed\"},"
                        + "{\"action\":\"Refund\",\"expected\":\"Money\",\"actual\":\"None\",\"result\":\"failed\","
                        + "\"severity\":\"critical\"}]}");
        assertThat(report.tests().total()).isEqualTo(2);
        assertThat(report.tests().critical()).isEqualTo(1);
        assertThat(report.findings().get(0).detail()).isEqualTo("None");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "JUNIT|''|truncated", "JUNIT|<testsuite><testcase name='a'>|truncated",
            "JUNIT|<testsuite><testcase name=|truncated", "JUNIT|<testsuite></testsuites>|malformed",
            "JUNIT|<testsuite/><testsuite/>|malformed", "JUNIT|<report/>|root", "JUNIT|{}|malformed",
            "JUNIT|<?xml version='1.0' encoding='klingon'?><testsuite/>|malformed",
            "JUNIT|<!DOCTYPE testsuite><testsuite/>|doctype",
            "JUNIT|<!DOCTYPE a SYSTEM 'file:///etc/passwd'><testsuite/>|doctype",
            "JUNIT|<testsuite name='&x;'/>|entity", "JUNIT|<testsuite><testcase>&x;</testcase></testsuite>|entity",
            "COBERTURA|<coverage generated='1' clover='4'/>|not-cobertura", "COBERTURA|<report/>|root",
            "JACOCO|<report name='a'/>|not-jacoco", "JACOCO|<coverage line-rate='1'/>|root", "SARIF|[]|json-object",
            "SARIF|{\"version\":\"2.1.0\",\"runs\":[|truncated", "SARIF|{\"version\":\"2.1.0\",\"runs\":[]}}|malformed",
            "SARIF|{\"version\":\"2.1.0\",\"runs\":[]} {}|json-more",
            "SARIF|{\"version\":\"2.0.0\",\"runs\":[]}|sarif-version", "SARIF|{\"runs\":[]}|sarif-no-version",
            "SARIF|{\"version\":\"2.1.0\"}|sarif-no-runs",
            "SARIF|{\"version\":\"2.1.0\",\"version\":\"2.1.0\"}|json-twice",
            "SARIF|{\"version\":\"2.1.0\",\"runs\":[{\"externalPropertyFileReferences\":{\"results\":[]}}]}|sarif-external",
            "SARIF|nonsense|malformed", "PARITY|{\"slipwayParity\":2}|parity-version",
            "PARITY|{\"slipwayParity\":1,\"test\":{},\"production\":{}}|parity-empty",
            "PARITY|{\"slipwayParity\":1,\"test\":{\"a\":1}}|parity-component", "PARITY|{\"tset\":{}}|parity-field",
            "MANUAL|{\"slipwayManualTest\":1,\"title\":\"a\",\"steps\":[]}|manual-empty",
            "MANUAL|{\"slipwayManualTest\":1,\"title\":\"a\",\"steps\":[{\"action\":\"b\",\"result\":\"maybe\"}]}|manual-result" })
    void refusesWithItsReason(ReportFormat format, String text, String reason) {
        refused(format, text, reason);
    }

    @Test
    void expandsNoEntitiesAndLoadsNothing() {
        String bomb = "<!DOCTYPE report [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                + "<report name='&b;'/>";
        refused(ReportFormat.JACOCO, bomb, "entity");
        String external = "<!DOCTYPE report [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><report><package name='a'>&x;"
                + "</package></report>";
        refused(ReportFormat.JACOCO, external, "entity");
        refused(ReportFormat.COBERTURA, "<!DOCTYPE coverage [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/p'>%p;]>"
                + "<coverage line-rate='0'><packages>&q;</packages></coverage>", "entity");
    }

    @Test
    void readsWhatIsLongerThanAnybodyReads() {
        String huge = "a&lt;\u00e9".repeat(100_000);
        Report report = text(ReportFormat.JUNIT,
                "<?xml version='1.0'?><!-- <a b=\" --><testsuite name='" + huge
                        + "' failures='1'><system-out><![CDATA[ <c d=' ]]></system-out><testcase name=\"x\" classname='"
                        + huge + "'><failure message='" + huge + "'>" + huge + "</failure></testcase></testsuite>");
        assertThat(report.tests().major()).isEqualTo(1);
        assertThat(report.findings().get(0).what()).isEqualTo("x");
        assertThat(report.findings().get(0).message()).hasSize(500).startsWith("a<\u00e9a<");
        refused(ReportFormat.JUNIT, "<testsuite><testcase name='" + huge + "<failure/>'/></testsuite>", "malformed");
        refused(ReportFormat.JUNIT, "<testsuite><testcase name='" + huge + "/><testcase/></testsuite>", "malformed");
        refused(ReportFormat.JUNIT, "<testsuite><system-out>" + "x".repeat(5000) + "&y;</system-out></testsuite>",
                "entity");
        refused(ReportFormat.JUNIT,
                "<testsuite><testcase><failure>" + "x".repeat(5000) + "&y;</failure></testcase>" + "</testsuite>",
                "entity");
    }

    @Test
    void refusesWhatHasNoEnd() {
        refused(ReportFormat.JUNIT, "<testsuite>".repeat(70), "deep");
        refused(ReportFormat.JUNIT, "<testsuite><" + "a".repeat(70_000) + "/></testsuite>", "name");
        refused(ReportFormat.JUNIT, "<testsuite><a " + "b".repeat(70_000) + "='1'/></testsuite>", "name");
        StringBuilder names = new StringBuilder("<testsuite>");
        for (int i = 0; i < 1100; i++) {
            names.append("<n").append(i).append("/>");
        }
        refused(ReportFormat.JUNIT, names.append("</testsuite>").toString(), "names");
        refused(ReportFormat.SARIF, "{\"x\":" + "[".repeat(200), "json-limit");
        refused(ReportFormat.SARIF, "{\"version\":\"" + "a".repeat(1_100_000) + "\"}", "json-limit");
        String rules = "{\"id\":\"r\"},".repeat(50_001) + "{}";
        refused(ReportFormat.SARIF, SARIF.replace("\"name\":\"x\"", "\"rules\":[" + rules + "]"), "sarif-rules");
    }

    @Test
    void saysWhereItBreaks() {
        InvalidInputException refusal = refused(ReportFormat.JUNIT, "<testsuite>\n <testcase>\n  <failure",
                "truncated");
        assertThat(refusal.field()).isEqualTo("report");
        assertThat(refusal.arguments()[0]).isEqualTo(3L);
    }

    private static Report file(ReportFormat format, String name) {
        try (InputStream in = ReportReaderTests.class.getResourceAsStream("/reports/" + name)) {
            return new ReportReader().read(format, in);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static Report text(ReportFormat format, String text) {
        try {
            return new ReportReader().read(format, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static InvalidInputException refused(ReportFormat format, String text, String reason) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, () -> text(format, text));
        assertThat(refusal).as(text.substring(0, Math.min(80, text.length()))).isNotNull();
        assertThat(List.of("validation.report.refused." + reason)).contains(refusal.code());
        return refusal;
    }

}
