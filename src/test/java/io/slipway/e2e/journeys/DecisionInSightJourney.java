package io.slipway.e2e.journeys;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.identity.Acting;
import io.slipway.permit.PermitManagement;
import io.slipway.permit.PermitRequest;
import io.slipway.permit.PermitStatus;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.schedule.stop.StopManagement;
import io.slipway.test.EvidenceDriver;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.validation.gate.GateManagement;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: at every step of every process the first decision button lies within the
 * first screen, on a desk and on a phone, and before it what is asked.
 */
@Journey
class DecisionInSightJourney {

    @Autowired
    ReleaseDriver driver;

    @Autowired
    EvidenceDriver pipeline;

    @Autowired
    Acting acting;

    @Autowired
    PermitManagement permits;

    @Autowired
    PeriodManagement periods;

    @Autowired
    StopManagement line;

    @Autowired
    MutableClock clock;

    private StepsInSight sight;

    private String key;

    @Test
    void seesTheButtonOfEveryStep(Browser given) throws IOException {
        this.sight = new StepsInSight(given);
        seesThoseOfAFailedEmergency(this.driver.registerEmergency("In sight at once"));
        seesThatOfAnEarlyEnd(this.driver.register("In sight early"));
        seesThoseOfTheWholeWay(this.driver.register("In sight"));
        assertThat(this.sight.seen()).as("Steps that were looked at").isEqualTo(StepsInSight.ofReleases());
    }

    private void seesThoseOfTheWholeWay(String release) {
        this.key = release;
        look("release-manager", "complete-plan");
        this.driver.completePlan(this.key);
        look("stakeholder", "approve-plan");
        this.driver.approvePlan(this.key, "stakeholder");
        this.driver.approvePlan(this.key, "stakeholder-2");
        look("build-engineer", "deliver-units");
        this.driver.deliverUnits(this.key);
        waive();
        look("test-manager", "assess-test-results");
        this.driver.passTests(this.key);
        look("deployment-manager", "rehearse-rollback");
        this.driver.rehearseRollback(this.key);
        look("release-manager", "request-change");
        this.driver.requestChange(this.key);
        this.driver.askForMore(this.key);
        look("release-manager", "supply-information");
        this.driver.supplyInformation(this.key);
        look("change-authority", "authorise-change");
        this.driver.authoriseChange(this.key);
        exceptFromFreeze();
        deploy();
        look("operations", "watch-release");
        support();
        look("release-manager", "hold-review");
        look("configuration-manager", "confirm-configuration");
    }

    private void waive() {
        this.driver.await(this.key, "assess-test-results");
        this.pipeline.deliverTests(this.key, "major", 1);
        request(GateManagement.WAIVER, "tests.failed.major");
        look("service-owner", "approve-waiver");
        this.driver.complete("service-owner", this.key, "approve-waiver", "approve", "reason", "Vouchers only.");
        Awaitility.await("the waiver is granted")
            .until(() -> this.permits.newest(GateManagement.WAIVER, this.key).orElseThrow().status(),
                    PermitStatus.GRANTED::equals);
    }

    private void exceptFromFreeze() {
        LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
        PeriodScope scope = new PeriodScope(List.of("A service beside " + this.key), List.of(), List.of());
        long freeze = this.acting.as("change-authority",
                () -> this.periods.create(new PeriodDraft(PeriodKind.HARD_FREEZE, "Beside " + this.key, "Because.",
                        "change-authority", scope, "UTC", now, now.plusDays(9), "", null, List.of())));
        request(ScheduleManagement.EXCEPTION, Long.toString(freeze));
        this.driver.complete("change-authority", this.key, "approve-freeze-exception", "approve");
        look("service-owner", "approve-freeze-exception");
        this.driver.complete("service-owner", this.key, "approve-freeze-exception", "approve");
    }

    private void request(String kind, String what) {
        this.acting.as("release-manager",
                () -> this.permits.request(new PermitRequest(kind, this.key, List.of(what), "The law begins to apply.",
                        "It is mended next week.", this.clock.instant().plus(Duration.ofHours(28)))));
    }

    private void deploy() {
        look("release-manager", "announce-deployment");
        this.driver.announce(this.key);
        this.driver.decideNoGo(this.key);
        look("release-manager", "resolve-no-go");
        this.driver.resolveNoGo(this.key);
        look("deployment-manager", "decide-go-no-go");
        this.driver.decideGo(this.key);
        look("deployment-manager", "confirm-backups");
        this.driver.confirmBackups(this.key);
        look("deployment-manager", "start-deployment");
        this.driver.startDeployment(this.key);
        look("deployment-manager", "deploy-package");
        this.driver.failDeployment(this.key);
        look("deployment-manager", "decide-on-failure");
        this.driver.retryDeployment(this.key);
        this.driver.startDeployment(this.key);
        this.driver.await(this.key, "deploy-package");
        this.acting.as("operations", () -> this.line.stop("The network is unsteady."));
        try {
            this.driver.deployPackage(this.key);
            look("deployment-manager", "hold-deployment");
        }
        finally {
            this.acting.as("release-manager", () -> this.line.release("It is steady again."));
        }
        look("deployment-manager", "verify-deployment");
        this.driver.verifyDeployment(this.key);
    }

    /** The support period ends, and with it what was permitted for a time. */
    private void support() {
        this.driver.await(this.key, "watch-release");
        this.clock.advance(Duration.ofDays(7).plusMinutes(1));
        this.sight.signInAnew();
        look("operations", "decide-on-exit");
        look("test-manager", "confirm-follow-up");
        look("service-owner", "review-freeze-exception");
        this.driver.acceptHandover(this.key, "decide-on-exit");
    }

    private void seesThoseOfAFailedEmergency(String release) {
        this.key = release;
        this.driver.plan(this.key);
        this.driver.deliverUnits(this.key);
        this.driver.validate(this.key);
        this.driver.requestChange(this.key, "EMERGENCY", "");
        look("change-authority", "authorise-emergency-change");
        this.driver.decideEmergency(this.key, "change-authority", "authorise");
        this.driver.announce(this.key);
        this.driver.decideGo(this.key);
        this.driver.confirmBackups(this.key);
        this.driver.startDeployment(this.key);
        this.driver.failDeployment(this.key);
        this.driver.decideRollback(this.key);
        look("deployment-manager", "roll-back-release");
        this.driver.rollBackRelease(this.key);
        this.driver.holdReview(this.key, "FAILED");
        look("service-owner", "confirm-review");
        look("change-authority", "review-emergency-change");
    }

    private void seesThatOfAnEarlyEnd(String release) {
        this.key = release;
        this.driver.prepare(this.key);
        this.driver.deploy(this.key);
        this.driver.askForHandover(this.key, "watch-release");
        look("service-owner", "decide-on-early-end");
    }

    private void look(String person, String step) {
        this.sight.look(person, this.driver.await(this.key, step).id(), step);
    }

}
