package io.slipway.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.slipway.approval.ApprovalRule;
import io.slipway.workflow.decision.DecisionRow;
import io.slipway.workflow.decision.TableFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The release policy, row by row: every combination of type, risk and model matches one
 * row, and that row asks for what was agreed.
 */
class ReleasePolicyDecisionTests {

    private static final TableFiles FILES = new TableFiles();

    private static final Tables TABLES = new Tables(FILES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none",
            textBlock = """
                    MINOR     | LOW    | CONTINUOUS | MinorLowContinuous  | stakeholder:1                              | change-authority:1 | no window | freeze    | 3  | no review
                    MINOR     | LOW    | PHASED     | MinorLowGradual     | stakeholder:1                              | change-authority:1 | no window | freeze    | 3  | review
                    MINOR     | LOW    | PARALLEL   | MinorLowGradual     | stakeholder:1                              | change-authority:1 | no window | freeze    | 3  | review
                    MINOR     | LOW    | BIG_BANG   | MinorLowBigBang     | stakeholder:1                              | change-authority:1 | no window | freeze    | 5  | review
                    MINOR     | MEDIUM | CONTINUOUS | MinorMedium         | stakeholder:1                              | change-authority:1 | no window | freeze    | 5  | review
                    MINOR     | MEDIUM | PHASED     | MinorMedium         | stakeholder:1                              | change-authority:1 | no window | freeze    | 5  | review
                    MINOR     | MEDIUM | PARALLEL   | MinorMedium         | stakeholder:1                              | change-authority:1 | no window | freeze    | 5  | review
                    MINOR     | MEDIUM | BIG_BANG   | MinorMediumBigBang  | stakeholder:1,service-owner:1              | change-authority:1 | no window | freeze    | 7  | review
                    MINOR     | HIGH   | CONTINUOUS | MinorHigh           | stakeholder:2,service-owner:1              | change-authority:2 | window    | freeze    | 7  | review
                    MINOR     | HIGH   | PHASED     | MinorHigh           | stakeholder:2,service-owner:1              | change-authority:2 | window    | freeze    | 7  | review
                    MINOR     | HIGH   | PARALLEL   | MinorHigh           | stakeholder:2,service-owner:1              | change-authority:2 | window    | freeze    | 7  | review
                    MINOR     | HIGH   | BIG_BANG   | MinorHighBigBang    | stakeholder:2,service-owner:1              | change-authority:2 | window    | freeze    | 10 | review
                    MAJOR     | LOW    | CONTINUOUS | MajorLow            | stakeholder:2                              | change-authority:1 | window    | freeze    | 7  | review
                    MAJOR     | LOW    | PHASED     | MajorLow            | stakeholder:2                              | change-authority:1 | window    | freeze    | 7  | review
                    MAJOR     | LOW    | PARALLEL   | MajorLow            | stakeholder:2                              | change-authority:1 | window    | freeze    | 7  | review
                    MAJOR     | LOW    | BIG_BANG   | MajorLowBigBang     | stakeholder:2,service-owner:1              | change-authority:2 | window    | freeze    | 10 | review
                    MAJOR     | MEDIUM | CONTINUOUS | MajorMedium         | stakeholder:2,service-owner:1              | change-authority:2 | window    | freeze    | 10 | review
                    MAJOR     | MEDIUM | PHASED     | MajorMedium         | stakeholder:2,service-owner:1              | change-authority:2 | window    | freeze    | 10 | review
                    MAJOR     | MEDIUM | PARALLEL   | MajorMedium         | stakeholder:2,service-owner:1              | change-authority:2 | window    | freeze    | 10 | review
                    MAJOR     | MEDIUM | BIG_BANG   | MajorMediumBigBang  | stakeholder:2,service-owner:1              | change-authority:2 | window    | freeze    | 14 | review
                    MAJOR     | HIGH   | CONTINUOUS | MajorHigh           | stakeholder:2,service-owner:1              | change-authority:2 | window    | freeze    | 14 | review
                    MAJOR     | HIGH   | PHASED     | MajorHigh           | stakeholder:2,service-owner:1              | change-authority:2 | window    | freeze    | 14 | review
                    MAJOR     | HIGH   | PARALLEL   | MajorHigh           | stakeholder:2,service-owner:1              | change-authority:2 | window    | freeze    | 14 | review
                    MAJOR     | HIGH   | BIG_BANG   | MajorHighBigBang    | stakeholder:2,service-owner:1,operations:1 | change-authority:2 | window    | freeze    | 21 | review
                    EMERGENCY | LOW    | CONTINUOUS | EmergencyLow        | stakeholder:1                              | change-authority:1 | no window | no freeze | 3  | review
                    EMERGENCY | LOW    | PHASED     | EmergencyLow        | stakeholder:1                              | change-authority:1 | no window | no freeze | 3  | review
                    EMERGENCY | LOW    | PARALLEL   | EmergencyLow        | stakeholder:1                              | change-authority:1 | no window | no freeze | 3  | review
                    EMERGENCY | LOW    | BIG_BANG   | EmergencyLowBigBang | stakeholder:1                              | change-authority:1 | no window | freeze    | 3  | review
                    EMERGENCY | MEDIUM | CONTINUOUS | EmergencyMedium     | stakeholder:1                              | change-authority:1 | no window | freeze    | 3  | review
                    EMERGENCY | MEDIUM | PHASED     | EmergencyMedium     | stakeholder:1                              | change-authority:1 | no window | freeze    | 3  | review
                    EMERGENCY | MEDIUM | PARALLEL   | EmergencyMedium     | stakeholder:1                              | change-authority:1 | no window | freeze    | 3  | review
                    EMERGENCY | MEDIUM | BIG_BANG   | EmergencyMedium     | stakeholder:1                              | change-authority:1 | no window | freeze    | 3  | review
                    EMERGENCY | HIGH   | CONTINUOUS | EmergencyHigh       | stakeholder:1,service-owner:1              | change-authority:2 | no window | freeze    | 5  | review
                    EMERGENCY | HIGH   | PHASED     | EmergencyHigh       | stakeholder:1,service-owner:1              | change-authority:2 | no window | freeze    | 5  | review
                    EMERGENCY | HIGH   | PARALLEL   | EmergencyHigh       | stakeholder:1,service-owner:1              | change-authority:2 | no window | freeze    | 5  | review
                    EMERGENCY | HIGH   | BIG_BANG   | EmergencyHigh       | stakeholder:1,service-owner:1              | change-authority:2 | no window | freeze    | 5  | review
                    """)
    void asksForWhatWasAgreed(ReleaseType type, Risk risk, DeploymentModel model, String row, String planApprovals,
            String changeApprovals, String window, String freeze, int supportDays, String review) {
        ReleasePolicy policy = TABLES.ask(new PolicyInputs(type, risk, model));
        assertThat(policy.decision().rules()).containsExactly("Rule_" + row);
        assertThat(ApprovalRule.text(policy.planApprovals())).isEqualTo(planApprovals);
        assertThat(ApprovalRule.text(policy.changeApprovals())).isEqualTo(changeApprovals);
        assertThat(policy.windowRequired()).isEqualTo("window".equals(window));
        assertThat(policy.freezeBinding()).isEqualTo("freeze".equals(freeze));
        assertThat(policy.supportDays()).isEqualTo(supportDays);
        assertThat(policy.reviewRequired()).isEqualTo("review".equals(review));
    }

    @Test
    void matchesOneRowInEveryCaseAndUsesEveryRow() {
        Set<String> used = new HashSet<>();
        all().forEach((inputs) -> used.addAll(TABLES.ask(inputs).decision().rules()));
        assertThat(used).containsExactlyInAnyOrderElementsOf(
                FILES.table(Tables.RELEASE_POLICY).orElseThrow().rows().stream().map(DecisionRow::id).toList());
    }

    @Test
    void asksForMoreWhereMoreIsAtStake() {
        for (ReleaseType type : ReleaseType.values()) {
            for (DeploymentModel model : DeploymentModel.values()) {
                List<ReleasePolicy> byRisk = Stream.of(Risk.values())
                    .map((risk) -> TABLES.ask(new PolicyInputs(type, risk, model)))
                    .toList();
                assertThat(byRisk).isSortedAccordingTo((one, two) -> Integer.compare(weight(one), weight(two)));
                assertThat(byRisk.get(2).gates()).containsAll(byRisk.get(0).gates());
            }
        }
    }

    @Test
    void alwaysTestsAndNamesKnownGates() {
        all().forEach((inputs) -> assertThat(TABLES.ask(inputs).gates()).contains("test-results")
            .isSubsetOf("test-results", "security-scan", "rollback-rehearsal", "environment-parity",
                    "bill-of-materials"));
    }

    private static int weight(ReleasePolicy policy) {
        return people(policy.planApprovals()) + people(policy.changeApprovals()) + policy.supportDays();
    }

    private static int people(List<ApprovalRule> rules) {
        return rules.stream().mapToInt(ApprovalRule::minimum).sum();
    }

    private static List<PolicyInputs> all() {
        List<PolicyInputs> all = new ArrayList<>();
        for (ReleaseType type : ReleaseType.values()) {
            for (Risk risk : Risk.values()) {
                for (DeploymentModel model : DeploymentModel.values()) {
                    all.add(new PolicyInputs(type, risk, model));
                }
            }
        }
        return all;
    }

}
