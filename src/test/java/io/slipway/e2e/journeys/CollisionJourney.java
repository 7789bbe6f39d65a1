package io.slipway.e2e.journeys;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.e2e.pages.TaskPage;
import io.slipway.test.ReleaseDriver;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: a plan that collides with another release says so while it is written, and
 * is moved to the next free slot by a button; nothing typed is lost.
 */
@Journey
class CollisionJourney {

    @Autowired
    ReleaseDriver driver;

    @Test
    void movesAPlanToTheFreeSlot(Browser browser) {
        LocalDateTime start = LocalDateTime.now(ZoneOffset.UTC).plusDays(90).truncatedTo(ChronoUnit.HOURS);
        String other = planned("First come", start.plusHours(1));
        String key = planned("Second come", start);
        TaskPage page = new Crew(browser).next("release-manager").open(key, "Complete plan");
        browser.expectText("Same service").expectText(other);
        page.expectAccessible();
        By times = By.cssSelector(".plan-nav a[href*='part=times']");
        browser.leave(times);
        page.fill("plannedEnd", start.plusHours(2).toString()).decide("free-slot");
        browser.leave(times);
        assertThat(browser.find(By.name("plannedStart")).getDomProperty("value"))
            .startsWith(start.plusHours(4).toString());
        assertThat(browser.find(By.name("plannedEnd")).getDomProperty("value"))
            .startsWith(start.plusHours(6).toString());
        assertThat(browser.text()).doesNotContain("Same service");
    }

    private String planned(String name, LocalDateTime at) {
        String key = this.driver.register(name);
        this.driver.complete("release-manager", key, "complete-plan", "save", "services", List.of("Narrow bridge"),
                "plannedStart", at.toString(), "plannedEnd", at.plusHours(3).toString());
        return key;
    }

}
