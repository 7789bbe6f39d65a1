package io.slipway.process;

import java.time.Duration;
import java.util.List;

import io.slipway.change.ChangeManagement;
import io.slipway.change.ChangeStatus;
import io.slipway.change.EmergencyVerdict;
import io.slipway.configuration.baseline.Baseline;
import io.slipway.configuration.baseline.BaselineManagement;
import io.slipway.configuration.baseline.Moment;
import io.slipway.identity.Acting;
import io.slipway.packaging.PackageManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.checklist.ChecklistFact;
import io.slipway.review.Deviation;
import io.slipway.review.OutcomeManagement;
import io.slipway.schedule.stop.StopManagement;
import io.slipway.test.AmendmentDriver;
import io.slipway.test.MutableClock;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StandardChanges;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A release goes every way that its process models know: the tests together reach each
 * flow node and each sequence flow of each model.
 */
@SlipwayTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleaseProcessTests {

    private static final String WATCH = "watch-release";

    private static final String EXIT = "decide-on-exit";

    @Autowired
    ReleaseDriver driver;

    @Autowired
    AmendmentDriver amendments;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    PackageManagement packages;

    @Autowired
    CurrentPlans current;

    @Autowired
    BaselineManagement baselines;

    @Autowired
    OutcomeManagement outcomes;

    @Autowired
    WorkItems workItems;

    @Autowired
    MutableClock clock;

    @Autowired
    ProcessCoverage coverage;

    @Autowired
    ChangeManagement changes;

    @Autowired
    StandardChanges standard;

    @Autowired
    RecordedActions actions;

    @Autowired
    StopManagement line;

    @Autowired
    Acting acting;

    @BeforeEach
    void note(TestInfo test) {
        this.coverage.note(getClass(), test.getDisplayName(), ModelFiles.models().keySet());
    }

    @AfterEach
    void stop() {
        this.coverage.stop();
    }

    @Test
    void closesWhatGoesTheWholeWay() {
        String key = this.driver.register("Refunds within a day");
        this.driver.close(key);
        assertThat(this.releases.get(key)).satisfies((release) -> {
            assertThat(release.phase()).isEqualTo(Phase.REVIEW);
            assertThat(release.rolledBackAt()).isNull();
        });
        assertThat(this.workItems.openOf(key)).isEmpty();
    }

    @Test
    void returnsToWhateverHasToBeDoneAgainAndClosesInTheEnd() {
        String key = this.driver.register("Refunds after much rework");
        this.driver.completePlan(key);
        this.driver.rejectPlan(key, "stakeholder-2");
        this.driver.plan(key);
        this.driver.deliverWithGaps(key);
        Awaitility.await().until(() -> !this.packages.get(key).missing().isEmpty());
        this.driver.deliverUnits(key);
        this.driver.failTests(key);
        this.driver.deliver(key);
        this.driver.passTests(key);
        this.driver.failRehearsal(key);
        this.driver.deliver(key);
        this.driver.validate(key);
        this.driver.requestChange(key);
        this.driver.askForMore(key);
        this.driver.supplyInformation(key);
        this.driver.rejectChange(key);
        this.driver.prepareAgain(key);
        this.driver.announce(key);
        this.driver.decideNoGo(key);
        this.driver.resolveNoGo(key);
        this.driver.decideGo(key);
        this.driver.confirmBackups(key);
        this.driver.startDeployment(key);
        this.driver.failDeployment(key);
        this.driver.retryDeployment(key);
        this.driver.startDeployment(key);
        this.driver.deployPackage(key);
        this.driver.failVerification(key);
        this.driver.retryDeployment(key);
        this.driver.startDeployment(key);
        this.driver.deployPackage(key);
        this.driver.verifyDeployment(key);
        this.driver.extendSupport(key, WATCH);
        this.driver.askForHandover(key, WATCH);
        this.driver.refuseEarlyEnd(key);
        this.driver.acceptHandover(key, WATCH);
        this.driver.holdReview(key, "SUCCESSFUL_WITH_ISSUES");
        this.driver.returnReview(key);
        this.driver.review(key, "SUCCESSFUL_WITH_ISSUES");
        this.driver.awaitStatus(key, ReleaseStatus.CLOSED);
        assertThat(this.workItems.decisionsOf(key)).extracting(WorkItem::outcome)
            .contains("reject", "fail", "failed", "more-information", "no-go", "retry", "not-verified", "extend",
                    "return");
    }

    @Test
    void makesApprovalsMoreUrgentWhenTheyAreOverdue() {
        String key = this.driver.register("Refunds that wait");
        this.driver.completePlan(key);
        this.driver.approvePlan(key, "stakeholder");
        int before = this.driver.await(key, "approve-plan").priority();
        this.clock.advance(Duration.ofDays(3).plusMinutes(1));
        Awaitility.await().until(() -> this.driver.await(key, "approve-plan").priority() == before + 20);
        assertThat(this.current.of(key).approved()).isFalse();
        this.driver.approvePlan(key, "stakeholder-2");
        this.driver.await(key, "deliver-units");
    }

    @Test
    void holdsAtTheNextStepWhatRunsWhileTheLineIsStopped() {
        String key = this.driver.register("Refunds held");
        String other = this.driver.register("Refunds held and rolled back");
        for (String one : List.of(key, other)) {
            this.driver.prepare(one);
            this.driver.announce(one);
            this.driver.decideGo(one);
            this.driver.confirmBackups(one);
            this.driver.startDeployment(one);
        }
        this.acting.as("operations", () -> this.line.stop("The network is unsteady."));
        try {
            this.driver.deployPackage(key);
            this.driver.deployPackage(other);
            this.driver.await(key, "hold-deployment");
            this.driver.rollBackHeld(other);
            this.driver.rollBackRelease(other);
        }
        finally {
            this.acting.as("release-manager", () -> this.line.release("It is steady again."));
        }
        this.driver.failVerification(key);
        this.driver.retryDeployment(key);
        this.driver.giveUpRetry(key);
        this.driver.rollBackRelease(key);
    }

    @Test
    void agreesAgainOnWhatAnAmendmentMadeVoid() {
        String key = this.driver.register("Refunds amended");
        this.driver.plan(key);
        this.driver.await(key, "deliver-units");
        this.amendments.replace(key, "Refunds within a day.", "Refunds within two days.");
        assertThat(this.driver.await(key, "complete-plan").phase()).isEqualTo("PLAN");
        assertThat(this.current.of(key).approved()).isFalse();
        this.driver.prepare(key);
        this.driver.announce(key);
        this.amendments.postpone(key, Duration.ofHours(1));
        assertThat(this.driver.await(key, "request-change").phase()).isEqualTo("AUTHORISE");
        assertThat(this.current.of(key).approved()).isTrue();
        this.driver.authorise(key);
        this.driver.announce(key);
        this.driver.await(key, "decide-go-no-go");
    }

    @Test
    void validatesAgainWhatIsOpenedAgain() {
        String key = this.driver.register("Refunds opened again");
        this.driver.prepare(key);
        this.driver.await(key, "announce-deployment");
        this.amendments.reopen(key);
        assertThat(this.releases.get(key).phase()).isEqualTo(Phase.BUILD);
        this.driver.deliver(key);
        this.driver.passTests(key);
        this.driver.await(key, "rehearse-rollback");
        this.amendments.reopen(key);
        this.driver.deliver(key);
        this.driver.validate(key);
        this.driver.authorise(key);
        this.driver.deploy(key);
        this.driver.await(key, WATCH);
    }

    @Test
    void asksForTheExitWhenTheSupportPeriodEnds() {
        String key = this.driver.register("Refunds watched to the end");
        this.driver.prepare(key);
        this.driver.deploy(key);
        this.driver.askForHandover(key, WATCH);
        this.driver.await(key, "decide-on-early-end");
        this.clock.advance(Duration.ofDays(7).plusMinutes(1));
        assertThat(this.driver.await(key, EXIT).form()).as("Silence is no consent").endsWith(EXIT);
        this.driver.extendSupport(key, EXIT);
        this.driver.await(key, WATCH);
        this.clock.advance(Duration.ofDays(2));
        assertThat(this.workItems.openOf(key)).extracting(WorkItem::step).containsExactly("Task_WatchRelease");
        this.clock.advance(Duration.ofDays(1).plusMinutes(1));
        this.driver.acceptHandover(key, EXIT);
        this.driver.review(key, "SUCCESSFUL");
        this.driver.awaitStatus(key, ReleaseStatus.CLOSED);
    }

    @Test
    void takesBackWhatFailsInProduction() {
        String key = this.driver.register("Refunds that fail");
        this.driver.prepare(key);
        this.driver.announce(key);
        this.driver.decideGo(key);
        this.driver.confirmBackups(key);
        this.driver.startDeployment(key);
        this.driver.deployPackage(key);
        this.driver.failVerification(key);
        this.driver.decideRollback(key);
        this.driver.rollBackRelease(key);
        assertRolledBack(key, "The cause is not known.");
        assertThat(this.releases.get(key).rolledBackIn()).isEqualTo(Phase.DEPLOY);
    }

    @Test
    void takesBackWhatOperationsGivesUp() {
        String key = this.driver.register("Refunds given up");
        this.driver.prepare(key);
        this.driver.deploy(key);
        this.driver.giveUp(key, WATCH);
        this.driver.rollBackRelease(key);
        assertRolledBack(key, "Customers are charged twice.");
        assertThat(this.releases.get(key).rolledBackIn()).isEqualTo(Phase.EARLY_LIFE_SUPPORT);
        assertThat(this.baselines.ofRelease(key)).extracting(Baseline::moment)
            .containsExactly(Moment.AFTER, Moment.BEFORE);
        assertThat(this.baselines.ofRelease(key)).allMatch(this.baselines::rolledBack);
    }

    private void assertRolledBack(String key, String reason) {
        this.driver.review(key, "FAILED");
        ReleaseDetails release = this.driver.awaitStatus(key, ReleaseStatus.ROLLED_BACK);
        assertThat(release.rolledBackAt()).isNotNull();
        assertThat(release.endReason()).isEqualTo(reason);
    }

    @Test
    void cancelsWhatIsWithdrawnBeforeItsDeployment() {
        String key = this.driver.register("Refunds withdrawn");
        this.driver.prepare(key);
        this.driver.announce(key);
        this.driver.decideNoGo(key);
        this.driver.withdraw(key);
        ReleaseDetails release = this.driver.awaitStatus(key, ReleaseStatus.CANCELLED);
        assertThat(release.endReason()).isEqualTo("The law has changed.");
        assertThat(this.workItems.openOf(key)).isEmpty();
    }

    @Test
    void cancelsInThePreparation() {
        String key = this.driver.register("Refunds cancelled");
        this.driver.plan(key);
        this.driver.await(key, "deliver-units");
        this.driver.cancel(key);
        ReleaseDetails release = this.driver.awaitStatus(key, ReleaseStatus.CANCELLED);
        assertThat(release.endReason()).isEqualTo("The business case is gone.");
        assertThat(this.workItems.openOf(key)).isEmpty();
    }

    @Test
    void asksTheEmergencyBoardAndLooksBack() {
        String key = this.driver.registerEmergency("Refunds at once");
        this.driver.plan(key);
        this.driver.deliverUnits(key);
        this.driver.validate(key);
        this.driver.requestChange(key, "EMERGENCY", "");
        this.driver.await(key, "authorise-emergency-change");
        this.clock.advance(Duration.ofMinutes(31));
        Awaitility.await().until(() -> this.actions.of(key).contains("change.escalated"));
        assertThat(this.changes.isAuthorised(key)).isFalse();
        this.driver.decideEmergency(key, "change-authority-2", "more-information");
        this.driver.supplyInformation(key);
        this.driver.decideEmergency(key, "change-authority-2", "authorise");
        this.driver.deploy(key);
        this.driver.acceptHandover(key, WATCH);
        this.driver.review(key, "SUCCESSFUL");
        assertThat(this.changes.ofRelease(key).orElseThrow().status()).isEqualTo(ChangeStatus.IMPLEMENTED);
        this.driver.reviewEmergency(key);
        this.driver.awaitStatus(key, ReleaseStatus.CLOSED);
        assertThat(this.changes.ofRelease(key)).get().satisfies((change) -> {
            assertThat(change.status()).isEqualTo(ChangeStatus.CLOSED);
            assertThat(change.emergency().verdict()).isEqualTo(EmergencyVerdict.JUSTIFIED);
        });
    }

    @Test
    void passesAStandardChangeWhileItsRuleHolds() {
        String key = this.driver.register("Refunds as always");
        this.driver.plan(key);
        this.driver.deliverUnits(key);
        this.driver.validate(key);
        String withdrawn = this.standard.authorised("Withdrawn " + key, ReleaseDriver.service(key));
        this.standard.withdrawOnRequest(withdrawn, key);
        this.driver.requestChange(key, "STANDARD", withdrawn);
        this.driver.await(key, "request-change");
        assertThat(this.changes.ofRelease(key).orElseThrow().status()).isEqualTo(ChangeStatus.DRAFT);
        this.driver.requestChange(key, "NORMAL", "");
        this.driver.await(key, "authorise-change");
        this.clock.advance(Duration.ofDays(3).plusMinutes(1));
        Awaitility.await().until(() -> this.actions.of(key).contains("change.escalated"));
        this.driver.rejectChange(key);
        this.driver.plan(key);
        this.driver.deliver(key);
        this.driver.validate(key);
        this.driver.requestChange(key, "STANDARD",
                this.standard.authorised("Usual " + key, ReleaseDriver.service(key)));
        this.driver.await(key, "announce-deployment");
        assertThat(this.changes.isAuthorised(key)).isTrue();
    }

    @Test
    void asksForNeitherRehearsalNorReviewWhereThePolicyDoesNot() {
        String key = this.driver.registerSmall("Refunds in small steps");
        this.driver.plan(key);
        this.driver.deliverUnits(key);
        this.driver.passTests(key);
        this.driver.authorise(key);
        this.driver.deploy(key);
        this.driver.acceptHandover(key, WATCH);
        this.driver.confirmConfiguration(key);
        ReleaseDetails closed = this.driver.awaitStatus(key, ReleaseStatus.CLOSED);
        assertThat(this.releases.checklist(closed)).extracting(ChecklistFact::word).contains("documented");
        assertThat(this.outcomes.of(closed).deviations()).extracting(Deviation::kind)
            .contains(Deviation.Kind.SUPPORT_UNDER_POLICY);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void missesNoElementOfAnyModel() {
        // The last step of a process may still be with the engine's jobs.
        Awaitility.await().untilAsserted(() -> assertThat(this.coverage.missed(ModelFiles.models())).isEmpty());
    }

}
