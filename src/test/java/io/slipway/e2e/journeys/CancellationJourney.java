package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.test.ReleaseDriver;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requirement: a release may be cancelled with a reason before deployment, after asking
 * once more; its tasks are gone then, and who still has one open is told.
 */
@Journey
class CancellationJourney {

    @Test
    void cancelsAReleaseWithItsReason(Browser browser, Browser other, @Autowired ReleaseDriver driver) {
        String key = driver.register("Never to be");
        driver.completePlan(key);
        driver.await(key, "approve-plan");
        Crew crew = new Crew(browser).next("release-manager");
        Crew stakeholder = new Crew(other);
        var task = stakeholder.next("stakeholder").openMine(key, "Approve plan");
        task.fill("reason", "I was just writing this.");
        browser.open("/releases/" + key + "/cancel").expectAccessible();
        browser.submit("/releases/" + key + "/cancel").expectText("Please correct this first");
        browser.fill("reason", "The budget is gone.").submit("/releases/" + key + "/cancel");
        crew.release(key, "Cancelled").expectText("The budget is gone.").expectAccessible();
        task.decide("approve").expectText("I was just writing this.").expectAccessible();
    }

}
