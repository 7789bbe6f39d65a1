package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.test.FailOnDemandDelegate;
import io.slipway.test.FailingJobs;
import io.slipway.test.ReleaseDriver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requirement: a failing job is found from the overview and on the diagram of its
 * release, tried again with a reason once its cause is mended, and the path goes on.
 */
@Journey
class FailingJobJourney {

    @Autowired
    FailingJobs failing;

    @Autowired
    ReleaseDriver driver;

    @Test
    void findsTheJobTriesItAgainAndSeesThePath(Browser browser) {
        String key = this.driver.register("Stuck for a while");
        this.failing.failed(key);

        new Crew(browser).next("release-manager");
        browser.open("/monitor/jobs").expectText(FailOnDemandDelegate.MESSAGE).expectAccessible();
        browser.leave(By.linkText(key)).expectHeading("Stuck for a while");
        browser.leave(By.linkText("Fail on demand")).expectText("1 failed");
        browser.find(By.cssSelector("svg [class*='failed']"));
        browser.expectAccessible();

        browser.leave(By.linkText("What can be done")).expectText("Do work").expectAccessible();
        browser.leave(By.linkText("Do work")).expectText(FailOnDemandDelegate.MESSAGE).expectAccessible();
        this.failing.mend(key);
        browser.leave(By.linkText("Try it again")).expectAccessible();
        browser.submit("/monitor/jobs/retry").expectText("Please correct this first").expectAccessible();
        browser.fill("reason", "The vault answers again.")
            .submit("/monitor/jobs/retry")
            .expectText("is tried again now");

        By after = By.xpath("//h2[@id='waiting']/following::a[normalize-space(.)='Look at work']");
        Awaitility.await("the path goes on").until(() -> {
            browser.open("/monitor/releases/" + key).leave(By.linkText("Fail on demand"));
            return !browser.findAll(after).isEmpty();
        });
        browser.expectAccessible();
        browser.open("/releases/" + key + "/history")
            .expectText("Had a failed job tried again")
            .expectText("The vault answers again.");
    }

    @Test
    void suspendsARelease(Browser browser, Browser other) {
        String key = this.driver.register("Held for a while");
        this.driver.completePlan(key);
        this.driver.await(key, "approve-plan");
        new Crew(browser).next("release-manager");
        var task = new Crew(other).next("stakeholder").openMine(key, "Approve plan");
        task.fill("reason", "I was just writing this.");
        browser.open("/monitor/releases/" + key + "/operations/suspend").expectAccessible();
        browser.fill("reason", "The auditors are in the house.")
            .submit("/monitor/releases/" + key + "/operations/suspend")
            .expectText(key + " is suspended.")
            .expectAccessible();
        task.decide("approve")
            .expectText("The auditors are in the house.")
            .expectText("I was just writing this.")
            .expectAccessible();
        browser.open("/releases/" + key).expectText("The auditors are in the house.").expectAccessible();
        browser.open("/monitor/releases/" + key + "/operations/move").expectAccessible();
        browser.open("/monitor/releases/" + key + "/operations/resume").expectAccessible();
        browser.fill("reason", "They have gone.").submit("/monitor/releases/" + key + "/operations/resume");
        other.open("/tasks?view=mine&text=" + key);
        new Crew(other).next("stakeholder").openMine(key, "Approve plan").decide("approve");
    }

}
