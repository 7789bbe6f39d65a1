package io.slipway.e2e.journeys;

import java.time.Duration;

import io.slipway.audit.access.AccessReview;
import io.slipway.audit.access.AccessReviewManagement;
import io.slipway.deployment.check.Checks;
import io.slipway.deployment.run.RunWave;
import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.identity.Acting;
import io.slipway.planning.wave.StepKind;
import io.slipway.policy.DeploymentModel;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.RunDriver;
import io.slipway.test.WaveDriver;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static io.slipway.test.WaveDriver.step;
import static io.slipway.test.WaveDriver.wave;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: at every step of a deployment in waves, of its way back and of a review of
 * access the first decision button lies within the first screen, on a desk and on a
 * phone, and axe finds nothing.
 */
@Journey
class RunsInSightJourney {

    @Autowired
    ReleaseDriver driver;

    @Autowired
    WaveDriver waves;

    @Autowired
    RunDriver run;

    @Autowired
    Checks checks;

    @Autowired
    AccessReviewManagement reviews;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    private Browser browser;

    private StepsInSight sight;

    @Test
    void seesTheButtonOfEveryStep(Browser given) {
        this.browser = given;
        this.sight = new StepsInSight(given);
        seesThatOfAReviewOfAccess();
        seesThoseOfAWave(this.driver.register("Wave in sight"));
        seesThoseOfAParallelRun();
        seesThoseOfTheWayBack();
        seesThatOfALateRollback();
        assertThat(this.sight.seen()).as("Steps that were looked at").isEqualTo(StepsInSight.ofRuns());
    }

    private void seesThatOfAReviewOfAccess() {
        AccessReview open = this.acting.as("administrator",
                () -> this.reviews.newest()
                    .filter(AccessReview::open)
                    .orElseGet(() -> this.reviews.get(this.reviews.open())));
        look("administrator", open.key(), "review-access");
    }

    private void seesThoseOfAWave(String key) {
        long rehearsal = this.run.run(key,
                RunDriver.wave("one", RunDriver.bake(60, true), RunDriver.step("go", StepKind.DECISION)));
        look("deployment-manager", key, "decide-step");
        this.run.act(key, "decide-step", "Step go", "go", "reason", "As agreed.");
        this.run.awaitBake(rehearsal, "one");
        RunWave wave = this.run.waveOf(rehearsal, "one");
        this.acting.as("operations",
                () -> this.checks.bring("run-wave:" + wave.id() + "/" + wave.round() + "/0", "99", "Read", null));
        look("deployment-manager", key, "decide-on-wave");
        this.run.act(key, "decide-on-wave", "", "fail", "reason", "Too many errors.");
    }

    private void seesThoseOfTheWayBack() {
        String key = this.waves.start("Way back in sight", DeploymentModel.PHASED, wave("north", step("n", "Back")),
                wave("south", step("s", "Back")));
        look("deployment-manager", key, "do-step");
        this.run.fail(key, "n");
        look("deployment-manager", key, "decide-on-failed-step");
        this.run.decide(key, "n", "fail-wave");
        look("deployment-manager", key, "decide-on-failed-wave");
        this.waves.act(key, "decide-on-failed-wave", "roll-back-all", "reason", "At once.");
        look("deployment-manager", key, "take-step-back");
        this.run.act(key, "take-step-back", "Step n", "failed", "reason", "It hangs.");
        look("deployment-manager", key, "decide-on-failed-rollback");
    }

    private void seesThoseOfAParallelRun() {
        String key = this.waves.start("Parallel in sight", DeploymentModel.PARALLEL, wave("up", step("u", null)),
                wave("over", step("o", null)));
        this.run.done(key, "u");
        look("deployment-manager", key, "reconcile-systems");
        this.waves.compare(key, "7", "7");
        look("service-owner", key, "decide-on-cut-over");
        this.waves.cutOver(key, "cut-over");
        this.run.done(key, "o");
        look("deployment-manager", key, "watch-cut-over");
        this.clock.advance(Duration.ofHours(4).plusMinutes(1));
        this.sight.signInAnew();
        look("deployment-manager", key, "retire-legacy");
    }

    private void seesThatOfALateRollback() {
        String key = this.waves.start("Late in sight", DeploymentModel.BIG_BANG, wave("all", step("a", "Back")));
        this.clock.advance(Duration.ofMinutes(110));
        this.sight.signInAnew();
        this.waves.fail(key, "a", "fail-wave");
        look("deployment-manager", key, "decide-on-late-rollback");
    }

    private void look(String person, String key, String step) {
        this.sight.look(person, this.driver.await(key, step).id(), step);
        this.browser.expectAccessible();
    }

}
