package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.e2e.pages.Paperwork;
import org.junit.jupiter.api.Test;

/**
 * Requirement: a release goes from plan to close in the browser, each step by the right
 * role, on pages in which axe finds nothing.
 */
@Journey
class WholeWayJourney {

    @Test
    void takesAReleaseFromPlanToClose(Browser browser) {
        String key = "WAY-2026.11";
        Crew crew = new Crew(browser).signIn("release-manager");
        Paperwork paperwork = new Paperwork(crew, key).judgingEachPage();
        paperwork.register("The whole way");
        browser.expectAccessible();
        paperwork.completePlan().approvePlan();
        crew.release(key, "Deliver units").expectAccessible();
        paperwork.deliverPackage().validate().authorise().prepareDeployment();
        paperwork.deploy("succeeded", "").verify("verified", "Smoke tests pass.");
        crew.release(key, "Watch release").screenshot("release-in-early-life");
        paperwork.endSupport().review("SUCCESSFUL");
        crew.next("auditor").release(key, "Closed").expectAccessible();
        for (String section : new String[] { "plan", "package", "validation", "change", "deployment", "support",
                "review", "decisions", "history" }) {
            browser.open("/releases/" + key + "/" + section).expectAccessible();
        }
        browser.expectText("Rhea Malik");
    }

}
