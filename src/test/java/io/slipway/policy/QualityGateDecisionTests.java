package io.slipway.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.workflow.decision.TableFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How good each fact has to be, row by row, and an answer for every combination.
 */
class QualityGateDecisionTests {

    private static final TableFiles FILES = new TableFiles();

    private static final Tables TABLES = new Tables(FILES);

    @ParameterizedTest
    @CsvSource(textBlock = """
            tests.run,             MAJOR,     LOW,    test-results,       false, 1,  true
            tests.run,             MINOR,     HIGH,   test-results,       false, 1,  true
            tests.run,             MINOR,     MEDIUM, test-results,       false, 1,  false
            tests.run,             EMERGENCY, HIGH,   test-results,       false, 1,  false
            tests.failed.critical, EMERGENCY, LOW,    test-results,       true,  0,  false
            tests.failed.major,    MINOR,     LOW,    test-results,       true,  0,  false
            tests.failed.minor,    MAJOR,     LOW,    test-results,       true,  5,  false
            tests.failed.minor,    EMERGENCY, HIGH,   test-results,       true,  20, false
            coverage.line,         MAJOR,     MEDIUM, test-results,       false, 70, false
            coverage.line,         MINOR,     HIGH,   test-results,       false, 70, false
            coverage.line,         MINOR,     LOW,    test-results,       false, 50, false
            coverage.line,         EMERGENCY, LOW,    test-results,       false, 0,  false
            scan.critical,         MAJOR,     LOW,    security-scan,      true,  0,  true
            scan.critical,         MINOR,     HIGH,   security-scan,      true,  0,  true
            scan.critical,         MINOR,     MEDIUM, security-scan,      true,  0,  false
            scan.critical,         EMERGENCY, HIGH,   security-scan,      true,  0,  false
            scan.high,             MAJOR,     HIGH,   security-scan,      true,  0,  false
            scan.high,             MINOR,     HIGH,   security-scan,      true,  0,  false
            scan.high,             MINOR,     LOW,    security-scan,      true,  3,  false
            scan.high,             EMERGENCY, LOW,    security-scan,      true,  10, false
            parity.differences,    MAJOR,     LOW,    environment-parity, true,  0,  true
            parity.differences,    MINOR,     HIGH,   environment-parity, true,  2,  true
            parity.differences,    MINOR,     LOW,    environment-parity, true,  10, true
            parity.differences,    EMERGENCY, HIGH,   environment-parity, true,  10, true
            sbom.missing,          MAJOR,     LOW,    bill-of-materials,  true,  0,  true
            sbom.missing,          MINOR,     HIGH,   bill-of-materials,  true,  0,  true
            sbom.missing,          MINOR,     MEDIUM, bill-of-materials,  true,  200, false
            sbom.missing,          EMERGENCY, HIGH,   bill-of-materials,  true,  200, false
            sbom.licences.forbidden, MAJOR,   LOW,    bill-of-materials,  true,  0,  false
            sbom.licences.forbidden, EMERGENCY, HIGH, bill-of-materials,  true,  0,  false
            rollback.rehearsed,    MINOR,     LOW,    rollback-rehearsal, false, 1,  true
            """)
    void asks(String fact, ReleaseType type, Risk risk, String name, boolean most, int threshold, boolean stops) {
        QualityGate gate = gate(fact, type, risk);
        assertThat(gate.gate()).isEqualTo(name);
        assertThat(gate.most()).isEqualTo(most);
        assertThat(gate.threshold()).isEqualTo(threshold);
        assertThat(gate.missingStops()).isEqualTo(stops);
        assertThat(gate.reason()).endsWith(".");
    }

    @Test
    void answersForEveryCombinationAndUsesEveryRow() {
        Set<String> used = Arrays.stream(ReleaseType.values())
            .flatMap((type) -> Arrays.stream(Risk.values()).flatMap((risk) -> TABLES.ask(type, risk).stream()))
            .flatMap((gate) -> gate.decision().rules().stream())
            .collect(Collectors.toSet());
        List<String> rows = FILES.table(Tables.QUALITY).orElseThrow().rows().stream().map((row) -> row.id()).toList();
        assertThat(used).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void namesGatesThatThePolicyKnows() {
        List<String> known = Stream
            .of(TABLES.ask(new PolicyInputs(ReleaseType.MAJOR, Risk.HIGH, DeploymentModel.BIG_BANG)))
            .flatMap((policy) -> policy.gates().stream())
            .toList();
        assertThat(TABLES.ask(ReleaseType.MAJOR, Risk.HIGH)).extracting(QualityGate::gate).isSubsetOf(known);
    }

    private static QualityGate gate(String fact, ReleaseType type, Risk risk) {
        return TABLES.ask(type, risk).stream().filter((gate) -> gate.fact().equals(fact)).findFirst().orElseThrow();
    }

}
