package io.slipway.validation.report;

import java.io.IOException;
import java.io.InputStream;

import io.slipway.validation.report.coverage.CoverageTotals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tools write the same formats in dialects of their own, and mean this by them.
 */
class ToolReportTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            surefire,        5, 0, 2, 0, 1, 1
            surefire-flaky,  1, 0, 0, 0, 0, 1
            surefire-rerun,  2, 0, 1, 0, 0, 0
            gradle,          3, 1, 0, 0, 1, 0
            pytest,          7, 1, 2, 0, 2, 0
            jest,            4, 1, 0, 1, 1, 0
            go-junit-report, 3, 0, 1, 0, 1, 0
            gotestsum,       3, 0, 1, 0, 0, 1
            googletest,      4, 0, 1, 0, 2, 0
            ctest,           4, 0, 1, 0, 2, 0
            catch2,          5, 0, 2, 0, 1, 0
            phpunit,         4, 0, 2, 0, 1, 0
            mocha-cypress,   3, 0, 1, 0, 1, 0
            playwright,      4, 1, 0, 0, 1, 0
            nunit,           4, 0, 1, 0, 1, 0
            robot,           3, 0, 1, 0, 1, 0
            rspec,           3, 0, 1, 0, 1, 0
            bazel,           3, 0, 2, 0, 0, 0
            """)
    void runTests(String runner, int total, int critical, int major, int minor, int skipped, int flaky)
            throws IOException {
        Report report = read(ReportFormat.JUNIT, "junit-" + runner + ".xml");
        assertThat(report.tests()).usingRecursiveComparison()
            .ignoringFields("millis")
            .isEqualTo(new TestTotals(total, critical, major, minor, skipped, flaky, 0));
        assertThat(report.finished()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            codeql,  CodeQL 2.20.1,       1, 0, 1, 1, 0, 0
            semgrep, Semgrep OSS 1.100.0, 0, 0, 1, 0, 0, 1
            trivy,   Trivy 0.58.1,        1, 0, 1, 1, 0, 0
            eslint,  ESLint 8.57.1,       0, 1, 1, 0, 0, 0
            """)
    void scan(String scanner, String tool, int critical, int high, int medium, int low, int informational,
            int suppressed) throws IOException {
        Report report = read(ReportFormat.SARIF, scanner + ".sarif");
        assertThat(report.scan()).isEqualTo(new ScanTotals(critical, high, medium, low, informational, suppressed, 0));
        assertThat(report.tool()).isEqualTo(tool);
        assertThat(report.finished()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            COBERTURA, cobertura-jest.xml,        4,  5,  2, 4
            COBERTURA, cobertura-istanbul.xml,    1,  1,  2, 10
            COBERTURA, cobertura-coverage-py.xml, 3,  4,  1, 2
            COBERTURA, cobertura-gcovr.xml,       2,  3,  1, 2
            JACOCO,    jacoco.xml,                20, 52, 5, 10
            """)
    void measureCoverage(ReportFormat format, String file, long linesCovered, long lines, long branchesCovered,
            long branches) throws IOException {
        Report report = read(format, file);
        assertThat(report.coverage()).isEqualTo(new CoverageTotals(linesCovered, lines, branchesCovered, branches));
        assertThat(report.finished()).isTrue();
    }

    private static Report read(ReportFormat format, String name) throws IOException {
        try (InputStream in = ToolReportTests.class.getResourceAsStream("/reports/" + name)) {
            return new ReportReader().read(format, in);
        }
    }

}
