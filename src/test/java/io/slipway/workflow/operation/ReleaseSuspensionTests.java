package io.slipway.workflow.operation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseStatus;
import io.slipway.test.FailingJobs;
import io.slipway.test.MutableClock;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.AtOnce;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.ReleaseSuspendedException;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItemRules;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.Workflow;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A suspended release stands still as a whole, says who stopped it and why, and goes on
 * where it was.
 */
@SlipwayTest
class ReleaseSuspensionTests {

    private static final String MANAGER = "release-manager";

    private static final String WHY = "The network is being repaired.";

    @Autowired
    ReleaseDriver driver;

    @Autowired
    FailingJobs processes;

    @Autowired
    ReleaseSuspension suspension;

    @Autowired
    Suspensions suspensions;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemRules rules;

    @Autowired
    WorkItemActs acts;

    @Autowired
    Workflow workflow;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ManagementService managementService;

    @Autowired
    RecordedActions actions;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Test
    void isForReleaseManagersOnly() {
        this.processes.start("SUS-WHO");
        for (String person : List.of("administrator", "deployment-manager", "auditor", "operations")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.suspension.suspend("SUS-WHO", WHY)));
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.suspension.resume("SUS-WHO", WHY)));
        }
        assertThat(this.suspensions.of("SUS-WHO")).isEmpty();
    }

    @Test
    void needsAReasonAndSomethingThatRuns() {
        this.processes.start("SUS-WHY");
        for (String reason : List.of(" ", "x".repeat(1001))) {
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> suspend("SUS-WHY", reason));
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> resume("SUS-WHY", reason));
        }
        conflict("operation.suspend.ended", () -> suspend("SUS-NOTHING", WHY));
        conflict("operation.resume.already", () -> resume("SUS-WHY", WHY));
        suspend("SUS-WHY", WHY);
        conflict("operation.suspend.already", () -> suspend("SUS-WHY", WHY));
    }

    @Test
    void holdsTheWholeTreeAndLetsItGoOn() {
        String key = this.driver.register("Suspended");
        WorkItem item = this.driver.await(key, "complete-plan");
        suspend(key, WHY);
        assertThat(this.runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(key).active().count())
            .isZero();
        assertThat(this.runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(key).count())
            .isEqualTo(2);
        WorkItem held = this.workItems.get(item.id());
        assertThat(held.suspended()).isTrue();
        this.acting.as(MANAGER, () -> {
            assertThat(this.rules.mayComplete(held).reason()).contains("Rhea Malik", key, WHY);
            assertThat(this.rules.mayComplete(held).policy()).isEqualTo("suspended");
            assertThat(this.rules.mayAssign(held, MANAGER).policy()).isEqualTo("suspended");
        });
        for (Runnable act : List.<Runnable>of(() -> this.acts.claim(item.id()),
                () -> this.acts.complete(item.id(), (open) -> {
                    throw new AssertionError("decided while suspended");
                }), () -> this.acts.assign(item.id(), MANAGER), () -> this.acts.unclaim(item.id()))) {
            assertThatExceptionOfType(ReleaseSuspendedException.class).isThrownBy(() -> this.acting.as(MANAGER, act))
                .satisfies((refusal) -> {
                    assertThat(refusal.suspension().by()).isEqualTo(MANAGER);
                    assertThat(refusal.suspension().reason()).isEqualTo(WHY);
                });
        }
        this.acting.as(MANAGER, () -> this.acts.rename(key, "Renamed while suspended"));
        assertThat(this.workItems.get(item.id()).subject()).isEqualTo("Renamed while suspended");
        resume(key, "It is repaired.");
        assertThat(this.workItems.get(item.id()).suspended()).isFalse();
        this.driver.plan(key);
        this.driver.deliverUnits(key);
        assertThat(this.actions.of(key)).containsSubsequence("release.suspended", "release.resumed", "plan.submitted");
    }

    @Test
    void keepsTimersFromGoingOff() {
        this.processes.start("SUS-TIME");
        suspend("SUS-TIME", WHY);
        this.clock.advance(Duration.ofHours(2));
        String other = "SUS-TIME-2";
        this.processes.start(other);
        this.clock.advance(Duration.ofHours(2));
        Awaitility.await().until(() -> timers(other) == 0);
        assertThat(timers("SUS-TIME")).as("the timer of the suspended one").isOne();
        resume("SUS-TIME", "Go on.");
        Awaitility.await().until(() -> timers("SUS-TIME") == 0);
    }

    @Test
    void refusesNewWork() {
        String key = this.driver.register("Nothing new");
        this.driver.await(key, "complete-plan");
        suspend(key, WHY);
        assertThatExceptionOfType(ReleaseSuspendedException.class)
            .isThrownBy(() -> this.workflow.start("FailProcess", key, Map.of()));
        assertThatExceptionOfType(ReleaseSuspendedException.class)
            .isThrownBy(() -> this.workflow.signal("RevisePlan", key, Map.of("planApproved", false)));
    }

    @Test
    void isLiftedByCancellationInOneStep() {
        String key = this.driver.register("Given up");
        this.driver.await(key, "complete-plan");
        suspend(key, WHY);
        this.driver.cancel(key);
        assertThat(this.releases.get(key).status()).isEqualTo(ReleaseStatus.CANCELLED);
        assertThat(this.suspensions.of(key)).isEmpty();
        assertThat(this.workItems.openOf(key)).isEmpty();
        assertThat(this.actions.of(key)).containsSubsequence("release.suspended", "release.resumed",
                "release.cancelled");
    }

    @Test
    void letsOneOfTwoWinAndTellsTheOther() throws Exception {
        try (AtOnce both = new AtOnce()) {
            for (int race = 0; race < 10; race++) {
                String key = "SUS-RACE-" + race;
                this.processes.start(key);
                onlyOne(both.run(List.of(() -> suspend(key, "One"), () -> suspend(key, "Other"))));
                onlyOne(both.run(List.of(() -> resume(key, "One"), () -> resume(key, "Other"))));
                assertThat(this.actions.of(key)).filteredOn("release.suspended"::equals).hasSize(1);
                assertThat(this.actions.of(key)).filteredOn("release.resumed"::equals).hasSize(1);
            }
        }
    }

    @Test
    void meetsACompletionWithoutLosingEither() throws Exception {
        try (AtOnce both = new AtOnce()) {
            for (int race = 0; race < 20; race++) {
                String key = "SUS-MEET-" + race;
                WorkItem item = this.processes.start(key);
                List<@Nullable Throwable> errors = both.run(List.of(
                        () -> this.acting.as(MANAGER,
                                () -> this.acts.complete(item.id(), (open) -> Outcome.of("done"))),
                        () -> suspend(key, WHY)));
                assertThat(errors.get(1)).isNull();
                boolean completed = !this.workItems.get(item.id()).open();
                if (completed) {
                    assertThat(errors.get(0)).isNull();
                }
                else {
                    assertThat(errors.get(0)).isInstanceOf(ReleaseSuspendedException.class);
                }
                assertThat(this.runtimeService.createProcessInstanceQuery()
                    .processInstanceBusinessKey(key)
                    .active()
                    .count()).isZero();
            }
        }
    }

    private static void onlyOne(List<@Nullable Throwable> errors) {
        assertThat(errors).filteredOn(Objects::isNull).hasSize(1);
        assertThat(errors).filteredOn(Objects::nonNull).singleElement().isInstanceOf(OperationConflictException.class);
    }

    private static void conflict(String code, ThrowingCallable act) {
        assertThatExceptionOfType(OperationConflictException.class).isThrownBy(act)
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
    }

    private long timers(String key) {
        return this.runtimeService.createProcessInstanceQuery()
            .processInstanceBusinessKey(key)
            .list()
            .stream()
            .mapToLong((run) -> this.managementService.createJobQuery().processInstanceId(run.getId()).timers().count())
            .sum();
    }

    private void suspend(String key, String reason) {
        this.acting.as(MANAGER, () -> this.suspension.suspend(key, reason));
    }

    private void resume(String key, String reason) {
        this.acting.as(MANAGER, () -> this.suspension.resume(key, reason));
    }

}
