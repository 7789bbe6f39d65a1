package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.e2e.pages.Paperwork;
import io.slipway.e2e.pages.TaskPage;
import io.slipway.test.ReleaseDriver;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requirement: one rejection with its reason brings the plan back, and a package that is
 * not good enough goes back to build; nothing typed is lost on the way.
 */
@Journey
class ReworkJourney {

    private static final String REASON = "The branches must hear of it <b>a week</b> before.";

    @Test
    void bringsAPlanBackWithTheReason(Browser browser, @Autowired ReleaseDriver driver) {
        String key = driver.register("Rejected once");
        driver.completePlan(key);
        driver.await(key, "approve-plan");
        Crew crew = new Crew(browser);
        TaskPage task = crew.next("stakeholder").openMine(key, "Approve plan");
        task.decide("reject").expectText("Please correct this first");
        task.expectAccessible().fill("reason", REASON).decide("reject");
        crew.next("release-manager").open(key, "Complete plan").expectAccessible();
        browser.expectText(REASON);
        new Paperwork(crew, key).completePlan().approvePlan();
        crew.release(key, "Deliver units");
    }

    @Test
    void bringsAPackageBackToBuild(Browser browser, @Autowired ReleaseDriver driver) {
        String key = driver.register("Built twice");
        driver.plan(key);
        driver.deliverUnits(key);
        driver.await(key, "assess-test-results");
        Crew crew = new Crew(browser);
        Paperwork paperwork = new Paperwork(crew, key);
        TaskPage task = crew.next("test-manager").open(key, "Assess test results");
        task.fill("critical", "0")
            .fill("major", "2")
            .fill("minor", "0")
            .fill("report", "https://tests.example.com/rework")
            .fill("summary", "Two major failures.")
            .decide("pass")
            .expectText("Two major failures.");
        task.fill("reason", "Sums are wrong.").decide("fail");
        crew.next("build-engineer").open(key, "Deliver units").decide("deliver");
        paperwork.validate();
        crew.release(key, "Request change");
    }

}
