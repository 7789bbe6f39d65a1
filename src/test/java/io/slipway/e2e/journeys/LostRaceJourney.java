package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.e2e.pages.TaskPage;
import io.slipway.test.ReleaseDriver;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requirement: who decides a task that somebody else just decided is told by whom and
 * when, and keeps what they typed.
 */
@Journey
class LostRaceJourney {

    @Test
    void tellsWhoWasFaster(Browser browser, Browser other, @Autowired ReleaseDriver driver) {
        String key = driver.register("Two at once");
        driver.plan(key);
        driver.deliverUnits(key);
        driver.validate(key);
        driver.requestChange(key);
        driver.await(key, "authorise-change");
        Crew crew = new Crew(browser);
        TaskPage slow = new Crew(other).next("change-authority-2").open(key, "Authorise change");
        slow.fill("conditions", "Only after the network team has finished.");
        crew.next("change-authority").open(key, "Authorise change").decide("authorise");
        slow.decide("authorise").expectText("Charles Adeyemi").expectText("Only after the network team has finished.");
        slow.expectAccessible();
    }

}
