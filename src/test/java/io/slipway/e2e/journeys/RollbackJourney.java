package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.e2e.pages.Paperwork;
import io.slipway.test.ReleaseDriver;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requirement: a failed deployment is retried or rolled back; a release that was rolled
 * back is reviewed and ends as rolled back.
 */
@Journey
class RollbackJourney {

    @Test
    void rollsAFailedDeploymentBack(Browser browser, @Autowired ReleaseDriver driver) {
        String key = driver.register("Back again");
        driver.prepare(key);
        driver.announce(key);
        driver.decideGo(key);
        driver.confirmBackups(key);
        driver.await(key, "start-deployment");
        Crew crew = new Crew(browser).next("deployment-manager");
        Paperwork paperwork = new Paperwork(crew, key).deploy("failed", "The index was locked.");
        crew.open(key, "Decide on failure").fill("reason", "The lock is gone.").expectAccessible().decide("retry");
        paperwork.deploy("succeeded", "").verify("not-verified", "Sums differ from the ledger.");
        crew.open(key, "Decide on failure").fill("reason", "A rollback criterion is met.").decide("roll-back");
        crew.open(key, "Roll back release")
            .fill("finishedAt", Paperwork.local(0))
            .fill("baseline", "The former version runs again.")
            .expectAccessible()
            .decide("restored");
        paperwork.review("FAILED");
        crew.next("auditor").release(key, "Rolled back").expectAccessible();
    }

}
