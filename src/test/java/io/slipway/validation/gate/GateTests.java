package io.slipway.validation.gate;

import java.util.List;

import io.slipway.policy.DecisionReference;
import io.slipway.policy.QualityGate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A gate opens for a fact that is known and good enough, and for no other.
 */
class GateTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            scan.critical,          true,  0,  '',    PASS,    false
            scan.critical,          true,  1,  '',    FAIL,    true
            scan.critical,          false, 1,  '',    FAIL,    false
            scan.critical,          true,  ,   '',    MISSING, false
            scan.critical,          true,  0,  cut,   UNKNOWN, true
            scan.critical,          true,  1,  cut,   FAIL,    true
            scan.critical,          true,  ,   cut,   UNKNOWN, true
            scan.critical,          false, 0,  cut,   UNKNOWN, false
            sbom.licences.forbidden, false, 0, cut,   UNKNOWN, true
            sbom.licences.forbidden, false, 0, '',    PASS,    false
            """)
    void judges(String fact, boolean required, Integer value, String doubt, GateVerdict verdict, boolean stops) {
        QualityGate rule = new QualityGate(fact, "a-gate", true, 0, false, "", new DecisionReference("", 1, List.of()));
        Gate gate = Gate.judge(rule, required, new GateFact(value, doubt.isEmpty() ? null : doubt), null);
        assertThat(gate.verdict()).isEqualTo(verdict);
        assertThat(gate.stops()).isEqualTo(stops);
    }

}
