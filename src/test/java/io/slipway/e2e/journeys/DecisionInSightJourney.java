package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.test.ReleaseDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: at every step the first decision button lies within the first screen, on a
 * desk and on a phone, and before it what is asked.
 */
@Journey
class DecisionInSightJourney {

    private static final By BUTTON = By.cssSelector("#step .action-bar button[name=outcome]");

    private static final By QUESTION = By.cssSelector(".decision-question");

    @Autowired
    ReleaseDriver driver;

    private Browser browser;

    private Crew crew;

    private String key;

    @BeforeEach
    void begin(Browser given) {
        this.browser = given;
        this.crew = new Crew(given);
        this.key = this.driver.register("In sight");
    }

    @Test
    void seesTheButtonOfEveryStep() {
        look("release-manager", "complete-plan");
        this.driver.completePlan(this.key);
        look("stakeholder", "approve-plan");
        this.driver.approvePlan(this.key, "stakeholder");
        this.driver.approvePlan(this.key, "stakeholder-2");
        look("build-engineer", "deliver-units");
        this.driver.deliverUnit(this.key);
        this.driver.deliver(this.key);
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
        deploy();
        look("operations", "watch-release");
        this.driver.acceptHandover(this.key, "watch-release");
        look("release-manager", "hold-review");
        look("configuration-manager", "confirm-configuration");
    }

    @Test
    void seesTheButtonOfWhatFollowsAFailure() {
        this.driver.prepare(this.key);
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
    }

    @Test
    void seesTheButtonOfAnEarlyEnd() {
        this.driver.prepare(this.key);
        this.driver.deploy(this.key);
        this.driver.askForHandover(this.key, "watch-release");
        look("service-owner", "decide-on-early-end");
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
        this.driver.deployPackage(this.key);
        look("deployment-manager", "verify-deployment");
        this.driver.verifyDeployment(this.key);
    }

    private void look(String person, String step) {
        String task = this.driver.await(this.key, step).id();
        this.crew.next(person);
        look(step, task, 1440, 900);
        look(step, task, 390, 844);
    }

    private void look(String step, String task, int width, int height) {
        this.browser.resize(width, height).open("/tasks/" + task);
        Rectangle button = this.browser.find(BUTTON).getRect();
        assertThat(button.getY()).as("Where the first button of %s begins, at %d", step, width)
            .isGreaterThan(0)
            .isLessThanOrEqualTo(height - 30);
        assertThat(this.browser.find(QUESTION).getRect().getY()).as("Where the question of %s is, at %d", step, width)
            .isLessThanOrEqualTo(height / 2);
        assertThat(this.browser.scrollsSideways()).as("Whether %s is wider than %d", step, width).isFalse();
    }

}
