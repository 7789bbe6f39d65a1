package io.slipway.policy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.slipway.configuration.Criticality;
import io.slipway.identity.Acting;
import io.slipway.input.KeyPage;
import io.slipway.test.Shows;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.decision.DecisionTable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the deployed tables decide is kept with the release, and trying keeps nothing.
 */
@SlipwayTest
class PolicyManagementTests {

    private static final PolicyInputs INPUTS = new PolicyInputs(ReleaseType.MAJOR, Risk.HIGH, DeploymentModel.PHASED);

    @Autowired
    PolicyManagement policies;

    @Autowired
    PolicyTables tables;

    @Autowired
    PolicyWords words;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    private final String key = "POL-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void showsTheTablesToThoseWhoMayOnly() {
        for (String person : List.of("stakeholder", "build-engineer", "operations")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.tables.all()));
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.tables.tryOut(Tables.RISK, Map.of())));
        }
        for (String person : List.of("release-manager", "change-authority", "auditor", "administrator")) {
            assertThat(this.acting.as(person, () -> this.tables.all())).extracting(DecisionTable::key)
                .contains(Tables.RELEASE_POLICY, Tables.RISK, Tables.AMENDMENT);
        }
    }

    @Test
    void keepsADecisionWithInputsOutputsRowsAndVersion() {
        ReleasePolicy policy = this.acting.as("release-manager",
                () -> this.policies.decideReleasePolicy(this.key, INPUTS));
        KeptDecision kept = this.policies.decisionsOf(this.key, "").rows().get(0);
        assertThat(kept.decision()).isEqualTo(policy.decision());
        assertThat(kept.decision().version()).isPositive();
        assertThat(kept.decision().rules()).containsExactly("Rule_MajorHigh");
        assertThat(kept.inputs()).isEqualTo(Map.of("type", "major", "risk", "high", "model", "phased"));
        assertThat(kept.outputs()).containsEntry("planApprovals", "stakeholder:2,service-owner:1")
            .containsEntry("windowRequired", true)
            .containsEntry("supportDays", 14);
        assertThat(kept.decidedBy()).isEqualTo("release-manager");
        assertThat(this.jdbc.sql("select count(*) from audit_entries where release_key = ? and action = ?")
            .param(this.key)
            .param("policy.decided")
            .query(Integer.class)
            .single()).isOne();
    }

    @Test
    @Shows("ChangeRiskDecision.reason")
    void keepsEveryReasonOfARisk() {
        this.policies.decideRisk(this.key,
                new RiskInputs(Criticality.CRITICAL, 3, ReleaseType.MINOR, DeploymentModel.PHASED, false, true, 0));
        ShownDecision shown = this.words.show(this.policies.decisionsOf(this.key, "").rows().get(0));
        assertThat(shown.table()).isEqualTo("Risk of a change");
        assertThat(shown.inputs()).contains(new PolicyFact("Highest criticality", List.of("Critical")),
                new PolicyFact("Rollback rehearsed", List.of("no")), new PolicyFact("Affected items", List.of("3")));
        assertThat(shown.outputs()).contains(new PolicyFact("Risk", List.of("High")));
        assertThat(shown.outputs().get(1).values()).hasSize(3)
            .startsWith("A critical item is affected, and the way back is not rehearsed.");
        assertThat(shown.rows()).hasSize(3).allSatisfy((row) -> assertThat(row.annotation()).endsWith("."));
    }

    @Test
    void keepsNothingThatIsOnlyAsked() {
        int before = count();
        this.policies.releasePolicy(INPUTS);
        this.policies.assessRisk(new RiskInputs(null, 0, ReleaseType.MINOR, DeploymentModel.PHASED, true, false, 0));
        this.policies.voidedBy(ReleaseType.MAJOR, java.util.Set.of("scope"));
        assertThat(this.policies.decisionsOf(this.key, "").rows()).isEmpty();
        assertThat(count()).isEqualTo(before);
        assertThat(this.jdbc.sql("select count(*) from ACT_HI_DECINST").query(Integer.class).single()).isZero();
    }

    @Test
    void pagesWhatWasDecidedByAnIndex() {
        for (int i = 0; i < KeyPage.SIZE + 2; i++) {
            this.policies.decideReleasePolicy(this.key, INPUTS);
        }
        KeyPage<KeptDecision> first = this.policies.decisionsOf(this.key, "");
        assertThat(first.rows()).hasSize(KeyPage.SIZE).isSortedAccordingTo((a, b) -> Long.compare(b.id(), a.id()));
        assertThat(this.policies.decisionsOf(this.key, first.next()).rows()).hasSize(2);
    }

    @Test
    void findsWhatWasDecidedByAnIndex() {
        this.jdbc.sql("""
                insert into policy_decisions (version, release_key, decision, table_version, matched_rows, inputs,
                                              outputs, decided_by, decided_at)
                select 0, concat('FILL-', seq mod 200), 'ReleasePolicyDecision', 1, '', '{}', '{}', 'system', now(3)
                  from seq_1_to_4000""").update();
        try {
            this.jdbc.sql("analyze table policy_decisions").query().listOfRows();
            assertThat(this.jdbc.sql("""
                    explain select * from policy_decisions where release_key = 'FILL-7' and id < 9223372036854775807
                     order by id desc limit 26""").query().listOfRows()).singleElement()
                .satisfies((step) -> assertThat(step.get("key")).isEqualTo("policy_decisions_by_release"));
        }
        finally {
            this.jdbc.sql("delete from policy_decisions where release_key like 'FILL-%'").update();
        }
    }

    @Test
    void readsCellsInWords() {
        assertThat(this.words.condition("\"minor\",\"emergency\"")).isEqualTo("Minor or Emergency");
        DecisionTable table = this.acting.as("auditor", () -> this.tables.get(Tables.AMENDMENT));
        assertThat(this.words.conditions(table, table.rows().get(4)))
            .isEqualTo("Changed part: Units; Release type: Minor or Emergency");
        assertThat(this.words.conditions(table, table.rows().get(14))).isEqualTo("Anything else");
        assertThat(this.words.condition("[6..20]")).isEqualTo("6 to 20");
        assertThat(this.words.condition("> 20")).isEqualTo("more than 20");
        assertThat(this.words.condition(">= 3")).isEqualTo("3 or more");
        assertThat(this.words.condition("true")).isEqualTo("yes");
        assertThat(this.words.value("\"stakeholder:2,service-owner:1\""))
            .isEqualTo("2\u00a0×\u00a0Stakeholder, 1\u00a0×\u00a0Service owner");
        assertThat(this.words.value("\"\"")).isEqualTo("–");
        assertThat(this.words.value("\"One, two.\"")).isEqualTo("One, two.");
    }

    private int count() {
        return this.jdbc.sql("select count(*) from policy_decisions where release_key = ?")
            .param(this.key)
            .query(Integer.class)
            .single();
    }

}
