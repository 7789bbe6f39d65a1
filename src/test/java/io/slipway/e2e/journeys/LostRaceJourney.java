package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.e2e.pages.Paperwork;
import io.slipway.e2e.pages.TaskPage;
import org.junit.jupiter.api.Test;

/**
 * Requirement: who decides a task that somebody else just decided is told by whom and
 * when, and keeps what they typed.
 */
@Journey
class LostRaceJourney {

    @Test
    void tellsWhoWasFaster(Browser browser, Browser other) {
        String key = "RCE-2026.11";
        Crew crew = new Crew(browser);
        Paperwork paperwork = new Paperwork(crew, key).register("Two at once").completePlan().approvePlan();
        paperwork.deliverPackage().validate().requestChange();
        TaskPage slow = new Crew(other).next("change-authority-2").open(key, "Authorise change");
        slow.fill("conditions", "Only after the network team has finished.");
        crew.next("change-authority").open(key, "Authorise change").decide("authorise");
        slow.decide("authorise").expectText("Charles Adeyemi").expectText("Only after the network team has finished.");
        slow.expectAccessible();
    }

}
