package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.e2e.pages.Paperwork;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.ReleaseDriver;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: separation of duties is named before a person tries, and holds for whoever
 * has every role, administrators included.
 */
@Journey
class SeparationOfDutiesJourney {

    @Test
    void tellsWhoBuiltThePackageThatTheyCannotSignItOff(Browser browser, @Autowired SomePerson somePerson,
            @Autowired ReleaseDriver driver) {
        somePerson.called("jack-of-all", "Jack Ofall", Role.BUILD_ENGINEER, Role.TEST_MANAGER, Role.ADMINISTRATOR);
        String key = driver.register("Two hats");
        driver.plan(key);
        driver.await(key, "deliver-units");
        Crew crew = new Crew(browser);
        new Paperwork(crew, key).deliverPackageAs("jack-of-all");
        crew.open(key, "Assess test results").expectAccessible();
        browser.expectText("Who builds a package does not sign off its validation.");
        assertThat(browser.findAll(By.cssSelector("button[name='outcome']:not([disabled])"))).isEmpty();
    }

}
