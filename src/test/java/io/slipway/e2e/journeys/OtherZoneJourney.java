package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: the time zone is proposed from the browser at the first sign-in and asked,
 * never silently UTC.
 */
@Journey
class OtherZoneJourney {

    private static final By ASK = By.cssSelector("aside[data-zone]:not([hidden])");

    @Test
    void asksWhetherTimesShallBeShownAsTheyAreHere(Browser browser, @Autowired SomePerson somePerson) {
        Crew crew = new Crew(browser.sitIn("Asia/Tokyo"));
        crew.next(somePerson.with(Role.STAKEHOLDER));
        browser.open("/releases").expectText("Your browser is in Asia/Tokyo").expectAccessible();
        browser.leave(By.cssSelector("aside[data-zone] button[value=take]")).expectText("Times are now shown for");
        assertThat(browser.path()).isEqualTo("/releases");
        assertThat(browser.open("/releases").findAll(ASK)).isEmpty();
        browser.sitIn("Asia/Seoul").open("/").find(By.tagName("h1"));
        assertThat(browser.findAll(ASK)).as("The clocks of Seoul and of Tokyo show the same").isEmpty();
        browser.sitIn("America/New_York").open("/").find(ASK);
        browser.leave(By.cssSelector("aside[data-zone] button[value=keep]"));
        assertThat(browser.open("/tasks").findAll(ASK)).isEmpty();
    }

}
