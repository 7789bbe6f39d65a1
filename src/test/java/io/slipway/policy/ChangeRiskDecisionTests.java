package io.slipway.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.slipway.configuration.Criticality;
import io.slipway.workflow.decision.DecisionRow;
import io.slipway.workflow.decision.TableFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The risk of a change, row by row: each row on its own and several at once.
 */
class ChangeRiskDecisionTests {

    private static final TableFiles FILES = new TableFiles();

    private static final Tables TABLES = new Tables(FILES);

    private static final Set<String> USED = new HashSet<>();

    @ParameterizedTest
    @CsvSource(nullValues = "unknown", textBlock = """
            LOW,      1,  MINOR,     PHASED,     true,  false, 0, LOW,    ''
            MEDIUM,   5,  EMERGENCY, CONTINUOUS, false, false, 0, LOW,    ''
            MEDIUM,   0,  MAJOR,     PHASED,     false, false, 0, LOW,    ''
            LOW,      1,  MINOR,     BIG_BANG,   true,  false, 0, LOW,    ''
            CRITICAL, 1,  MINOR,     BIG_BANG,   true,  false, 0, HIGH,   CriticalAtOnce Critical
            CRITICAL, 1,  MINOR,     PHASED,     false, false, 0, HIGH,   CriticalNotRehearsed Critical
            CRITICAL, 1,  MINOR,     PHASED,     true,  false, 0, MEDIUM, Critical
            HIGH,     1,  MINOR,     PHASED,     false, true,  0, HIGH,   HighSchemaNotRehearsed High SchemaChange
            HIGH,     1,  MINOR,     PHASED,     true,  true,  0, MEDIUM, High SchemaChange
            HIGH,     1,  MINOR,     PHASED,     false, false, 0, MEDIUM, High
            unknown,  0,  MINOR,     PHASED,     true,  false, 0, MEDIUM, Unknown
            LOW,      1,  MINOR,     PHASED,     true,  true,  0, MEDIUM, SchemaChange
            LOW,      6,  MINOR,     PHASED,     true,  false, 0, MEDIUM, ManyItems
            LOW,      20, MINOR,     PHASED,     true,  false, 0, MEDIUM, ManyItems
            LOW,      21, MINOR,     PHASED,     true,  false, 0, HIGH,   VeryManyItems
            LOW,      1,  MAJOR,     BIG_BANG,   true,  false, 0, HIGH,   MajorAtOnce
            LOW,      1,  MINOR,     BIG_BANG,   false, false, 0, MEDIUM, AtOnceNotRehearsed
            LOW,      1,  EMERGENCY, PARALLEL,   false, false, 0, MEDIUM, ParallelInHaste
            LOW,      1,  MINOR,     PHASED,     true,  false, 1, MEDIUM, FailedRecently
            LOW,      1,  MINOR,     PHASED,     true,  false, 2, MEDIUM, FailedRecently
            LOW,      1,  MINOR,     PHASED,     true,  false, 3, HIGH,   FailedOften
            LOW,      1,  MINOR,     PHASED,     true,  true,  1, HIGH,   SchemaChange FailedRecently SchemaAfterFailure
            """)
    void countsEveryRowThatMatches(Criticality criticality, int items, ReleaseType type, DeploymentModel model,
            boolean rehearsed, boolean schema, int failures, Risk risk, String rows) {
        RiskAssessment assessment = TABLES
            .ask(new RiskInputs(criticality, items, type, model, rehearsed, schema, failures));
        List<String> expected = rows.isEmpty() ? List.of()
                : List.of(rows.split(" ")).stream().map((row) -> "Rule_" + row).toList();
        assertThat(assessment.risk()).isEqualTo(risk);
        assertThat(assessment.decision().rules()).containsExactlyElementsOf(expected);
        assertThat(assessment.reasons()).hasSameSizeAs(expected).doesNotHaveDuplicates();
        USED.addAll(assessment.decision().rules());
    }

    @Test
    void namesTheWeightiestReasonFirst() {
        RiskAssessment assessment = TABLES
            .ask(new RiskInputs(Criticality.HIGH, 30, ReleaseType.MAJOR, DeploymentModel.BIG_BANG, false, true, 4));
        assertThat(assessment.risk()).isEqualTo(Risk.HIGH);
        assertThat(assessment.reasons()).hasSize(8)
            .startsWith("The schema of an important item changes, and the way back is not rehearsed.",
                    "More than twenty items are affected.")
            .endsWith("It reaches everybody at once, and the way back is not rehearsed.");
    }

    @AfterAll
    static void everyRowWasMet() {
        assertThat(USED).containsExactlyInAnyOrderElementsOf(
                FILES.table(Tables.RISK).orElseThrow().rows().stream().map(DecisionRow::id).toList());
    }

}
