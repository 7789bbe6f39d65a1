package io.slipway.process;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.slipway.approval.ApprovalRule;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.PolicyInputs;
import io.slipway.policy.PolicyManagement;
import io.slipway.policy.ReleasePolicy;
import io.slipway.policy.ReleaseType;
import io.slipway.policy.Risk;
import io.slipway.test.DecisionCount;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many decisions of people a release takes from its registration to its end: as the
 * policy says, and as driven releases show.
 */
@SlipwayTest
class DecisionCountTests {

    private static final int MOST = 12;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    PolicyManagement policies;

    @Autowired
    DecisionCount decisions;

    @Autowired
    MutableClock clock;

    @Test
    void staysSmallWhereFactsAnswer() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (ReleaseType type : ReleaseType.values()) {
            for (DeploymentModel model : DeploymentModel.values()) {
                for (Risk risk : Risk.values()) {
                    counts.put(type + " " + model + " " + risk, byFacts(policy(type, risk, model), type));
                }
            }
        }
        assertThat(counts).containsEntry("MINOR CONTINUOUS LOW", 4)
            .containsEntry("MINOR PHASED LOW", MOST)
            .containsEntry("MINOR BIG_BANG LOW", MOST)
            .containsEntry("MINOR PHASED MEDIUM", MOST)
            .containsEntry("MINOR BIG_BANG MEDIUM", MOST + 1)
            .containsEntry("MINOR PHASED HIGH", 19)
            .containsEntry("MAJOR PHASED LOW", 17)
            .containsEntry("MAJOR PHASED HIGH", 19)
            .containsEntry("MAJOR BIG_BANG HIGH", 20)
            .containsEntry("EMERGENCY PHASED MEDIUM", 16)
            .containsEntry("EMERGENCY BIG_BANG HIGH", 19);
    }

    @Test
    void isTheSameWhenAReleaseIsDriven() {
        String minor = this.driver.register("Counted by hand");
        this.driver.prepare(minor);
        end(minor);
        assertThat(this.decisions.of(minor))
            .hasSize(byHand(policy(ReleaseType.MINOR, Risk.MEDIUM, DeploymentModel.PHASED), ReleaseType.MINOR) + 1);

        String emergency = this.driver.registerEmergency("Counted in haste");
        this.driver.plan(emergency);
        this.driver.deliverUnits(emergency);
        this.driver.validate(emergency);
        this.driver.requestChange(emergency, "EMERGENCY", "");
        this.driver.decideEmergency(emergency, "change-authority", "authorise");
        end(emergency);
        this.driver.reviewEmergency(emergency);
        assertThat(this.decisions.of(emergency)).hasSize(
                byHand(policy(ReleaseType.EMERGENCY, Risk.MEDIUM, DeploymentModel.PHASED), ReleaseType.EMERGENCY) + 1);
    }

    private void end(String key) {
        this.driver.deploy(key);
        this.driver.await(key, "watch-release");
        this.clock.advance(Duration.ofDays(7).plusMinutes(1));
        this.driver.acceptHandover(key, "decide-on-exit");
        this.driver.review(key, "SUCCESSFUL");
    }

    private ReleasePolicy policy(ReleaseType type, Risk risk, DeploymentModel model) {
        return this.policies.releasePolicy(new PolicyInputs(type, risk, model));
    }

    /** Nobody but people, one of them for each that the policy asks for. */
    private static int byHand(ReleasePolicy policy, ReleaseType type) {
        return 1 + DecisionCount.steps(policy, type, (step) -> false) + votes(policy, (step) -> false);
    }

    /** A pipeline delivers, and what the policy lets pass passes. */
    private static int byFacts(ReleasePolicy policy, ReleaseType type) {
        Predicate<String> passes = policy.byRule()::contains;
        return DecisionCount.steps(policy, type, passes) + votes(policy, passes);
    }

    private static int votes(ReleasePolicy policy, Predicate<String> passes) {
        return seats(policy.planApprovals()) + (passes.test("request-change") ? 0 : seats(policy.changeApprovals()));
    }

    private static int seats(List<ApprovalRule> rules) {
        return rules.stream().mapToInt(ApprovalRule::minimum).sum();
    }

}
