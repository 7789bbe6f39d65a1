package io.slipway.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.slipway.approval.Seat;
import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.UnitDelivery;
import io.slipway.planning.PlanManagement;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItems;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A release is cancelled with a reason in every phase before its deployment, and not
 * afterwards; its open tasks go with it.
 */
@SlipwayTest
class CancellationTests {

    @Autowired
    ReleaseManagement releases;

    @Autowired
    PlanManagement plans;

    @Autowired
    PackageManagement packages;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemActs acts;

    @Autowired
    Acting acting;

    @Autowired
    ReleaseDriver driver;

    @Test
    void isForReleaseManagersOnly() {
        String key = register("CANCEL-WHO");
        for (String person : List.of("administrator", "deployment-manager", "auditor")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.releases.cancel(key, "Because")));
        }
        assertThat(this.releases.get(key).open()).isTrue();
    }

    @Test
    void needsAReason() {
        String key = register("CANCEL-WHY");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> cancel(key, "  "));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> cancel(key, "x".repeat(2001)));
        assertThat(this.releases.get(key).open()).isTrue();
    }

    @Test
    void endsAReleaseInItsPlan() {
        String key = register("CANCEL-PLAN");
        await(key, "Task_CompletePlan");
        endsCancelled(key, Phase.PLAN);
    }

    @Test
    void endsAReleaseWhileStakeholdersJudgeIt() {
        String key = register("CANCEL-ASKED");
        submitPlan(key);
        await(key, "Task_ApprovePlan");
        endsCancelled(key, Phase.PLAN);
    }

    @Test
    void endsAReleaseInEveryOtherPhaseBeforeDeploymentAndInNoneAfter() {
        String built = register("CANCEL-BUILD");
        toBuild(built);
        endsCancelled(built, Phase.BUILD);

        String tested = register("CANCEL-TEST");
        toTest(tested);
        endsCancelled(tested, Phase.TEST);

        String authorised = register("CANCEL-AUTH");
        toAuthorise(authorised);
        endsCancelled(authorised, Phase.AUTHORISE);

        String deployed = register("CANCEL-LATE");
        toAuthorise(deployed);
        this.driver.authorise(deployed);
        await(deployed, "Task_AnnounceDeployment");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> cancel(deployed, "Too late"))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("release.cancel.too-late"));
        assertThat(this.releases.get(deployed).open()).isTrue();
        assertThat(this.releases.get(deployed).phase()).isEqualTo(Phase.DEPLOY);
    }

    private void endsCancelled(String key, Phase phase) {
        assertThat(this.releases.get(key).phase()).isEqualTo(phase);
        cancel(key, "The supplier withdrew");
        Awaitility.await().until(() -> !this.releases.get(key).open());
        ReleaseDetails release = this.releases.get(key);
        assertThat(release.status()).isEqualTo(ReleaseStatus.CANCELLED);
        assertThat(release.endReason()).isEqualTo("The supplier withdrew");
        assertThat(release.endedAt()).isNotNull();
        assertThat(this.workItems.openOf(key)).isEmpty();
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> cancel(key, "Again"));
    }

    private String register(String key) {
        return this.acting.as("release-manager", () -> this.releases.register(
                new RegisterRelease(key, "Cards", ReleaseType.MINOR, DeploymentModel.BIG_BANG, List.of("Payments"))));
    }

    private void cancel(String key, String reason) {
        this.acting.as("release-manager", () -> this.releases.cancel(key, reason));
    }

    private void submitPlan(String key) {
        Instant start = Instant.now().plus(Duration.ofDays(7));
        Plan draft = PlanYaml.read("""
                {name: Cards, type: minor, model: phased, scope: Tokens, services: [Payments], support_days: 14,
                 rollback_criteria: Failures, rollback_plan: Switch back, communication_plan: Mail,
                 approvers: [stakeholder]}""").withTimes(new Plan.Times(start, start.plusSeconds(3600), List.of()));
        WorkItem item = await(key, "Task_CompletePlan");
        this.acting.as("release-manager", () -> this.acts.complete(item.id(), (open) -> {
            List<Seat> seats = this.plans.submit(key, this.releases.get(key).version(), draft);
            return Outcome.of("submit").with("seats", Seat.text(seats)).with("planRejected", false);
        }));
    }

    private void toBuild(String key) {
        submitPlan(key);
        complete(key, "Task_ApprovePlan", "stakeholder", Outcome.of("approve"));
        await(key, "Task_DeliverUnits");
    }

    private void toTest(String key) {
        toBuild(key);
        WorkItem item = await(key, "Task_DeliverUnits");
        this.acting.as("build-engineer", () -> this.acts.complete(item.id(), (open) -> {
            this.packages.deliverUnit(key, new UnitDelivery("shop", "1.0", "https://artifacts.example/shop",
                    "a".repeat(64), "0a1b2c3", Instant.now().minusSeconds(60)));
            this.packages.describePackage(key, "https://docs.example/shop", "https://scripts.example/shop");
            return Outcome.of("deliver");
        }));
        await(key, "Task_AssessTestResults");
    }

    private void toAuthorise(String key) {
        toTest(key);
        complete(key, "Task_AssessTestResults", "test-manager",
                Outcome.of("pass").with("testsPassed", true).with("rehearsalAsked", true));
        complete(key, "Task_RehearseRollback", "deployment-manager",
                Outcome.of("succeeded").with("rehearsalSucceeded", true));
        await(key, "Task_RequestChange");
    }

    private void complete(String key, String step, String person, Outcome outcome) {
        WorkItem item = await(key, step);
        this.acting.as(person, () -> this.acts.complete(item.id(), (open) -> outcome));
    }

    private WorkItem await(String key, String step) {
        return Awaitility.await()
            .until(() -> this.workItems.openOf(key), (open) -> open.stream().anyMatch((one) -> one.step().equals(step)))
            .stream()
            .filter((one) -> one.step().equals(step))
            .findFirst()
            .orElseThrow();
    }

}
