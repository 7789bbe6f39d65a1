package io.slipway.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.slipway.workflow.decision.DecisionRow;
import io.slipway.workflow.decision.TableFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a change to an approved plan voids, row by row and for every part that the table
 * foresees.
 */
class PlanAmendmentDecisionTests {

    private static final TableFiles FILES = new TableFiles();

    private static final Tables TABLES = new Tables(FILES);

    private static final Set<String> USED = new HashSet<>();

    @ParameterizedTest
    @CsvSource(textBlock = """
            name,          nothing, nothing, nothing
            people,        nothing, nothing, nothing
            scope,         both,    both,    both
            services,      both,    both,    both
            items,         both,    both,    both
            type,          both,    both,    both
            model,         both,    both,    both
            environment,   both,    both,    both
            schema-change, both,    both,    both
            waves,         both,    both,    both
            dependencies,  both,    both,    both
            units,         both,    change,  change
            time,          both,    change,  change
            rollback,      both,    change,  change
            backups,       change,  change,  change
            communication, plan,    nothing, nothing
            support,       plan,    nothing, nothing
            another,       both,    both,    both
            """)
    void voidsWhatWasAgreedOtherwise(String part, String major, String minor, String emergency) {
        assertThat(voided(ReleaseType.MAJOR, part)).isEqualTo(major);
        assertThat(voided(ReleaseType.MINOR, part)).isEqualTo(minor);
        assertThat(voided(ReleaseType.EMERGENCY, part)).isEqualTo(emergency);
    }

    @Test
    void addsUpWhatSeveralPartsVoid() {
        Voided voided = TABLES.ask(ReleaseType.MAJOR, Set.of("support", "backups", "name"));
        assertThat(voided.plan()).isTrue();
        assertThat(voided.change()).isTrue();
        assertThat(voided.reasons()).hasSize(3);
        assertThat(voided.decision().rules()).containsExactlyInAnyOrder("Rule_Backups", "Rule_Name",
                "Rule_SupportOfMajor");
        assertThat(TABLES.ask(ReleaseType.MINOR, Set.of("time", "units")).plan()).isFalse();
    }

    @Test
    void voidsNothingIfNothingChanged() {
        Voided voided = TABLES.ask(ReleaseType.MAJOR, Set.of());
        assertThat(voided.plan() || voided.change()).isFalse();
        assertThat(voided.reasons()).isEmpty();
    }

    @Test
    void knowsEveryPartThatItForesees() {
        List<String> parts = FILES.table(Tables.AMENDMENT).orElseThrow().inputs().get(0).values();
        assertThat(parts).hasSize(17)
            .allSatisfy((part) -> assertThat(TABLES.ask(ReleaseType.MINOR, Set.of(part)).decision().rules())
                .doesNotContain("Rule_Other"));
    }

    private static String voided(ReleaseType type, String part) {
        Voided voided = TABLES.ask(type, Set.of(part));
        USED.addAll(voided.decision().rules());
        assertThat(voided.reasons()).hasSize(1).allSatisfy((reason) -> assertThat(reason).endsWith("."));
        if (voided.plan()) {
            return voided.change() ? "both" : "plan";
        }
        return voided.change() ? "change" : "nothing";
    }

    @AfterAll
    static void everyRowWasMet() {
        assertThat(USED).containsExactlyInAnyOrderElementsOf(
                FILES.table(Tables.AMENDMENT).orElseThrow().rows().stream().map(DecisionRow::id).toList());
    }

}
