package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.test.ReleaseDriver;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requirement: an emergency release is authorised by the emergency board in minutes, and
 * looked back at after its deployment.
 */
@Journey
class EmergencyChangeJourney {

    @Autowired
    ReleaseDriver driver;

    @Test
    void authorisesAnEmergencyAndLooksBack(Browser browser) {
        String key = this.driver.registerEmergency("Cards work again");
        this.driver.plan(key);
        this.driver.deliverUnits(key);
        this.driver.validate(key);
        this.driver.requestChange(key, "EMERGENCY", "");
        Crew crew = new Crew(browser).next("change-authority-2");
        crew.open(key, "Authorise emergency change")
            .fill("conditions", "Two people watch.")
            .expectAccessible()
            .decide("authorise");
        this.driver.deploy(key);
        this.driver.acceptHandover(key, "watch-release");
        this.driver.review(key, "SUCCESSFUL");
        crew.open(key, "Review emergency change")
            .choose("verdict", "JUSTIFIED")
            .fill("findings", "Customers could not pay.")
            .fill("prevention", "A test of the limits after midnight.")
            .expectAccessible()
            .decide("record");
        crew.release(key, "Closed");
        browser.open("/changes?text=" + key).expectAccessible();
        browser.open("/changes/agenda").expectAccessible();
    }

}
