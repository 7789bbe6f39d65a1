package io.slipway.e2e.journeys;

import java.time.Duration;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.workflow.statistics.StatisticsDriver;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: a release manager sees where the time of a release went, and where it goes
 * in a model; both pages are accessible, also on a phone, and every bar leads to its
 * task.
 */
@Journey
class TimeAndHeatJourney {

    @Autowired
    ReleaseDriver driver;

    @Autowired
    StatisticsDriver statistics;

    @Autowired
    MutableClock clock;

    @Test
    void findsWhereTheTimeGoes(Browser browser) {
        String key = this.driver.register("Where the time goes");
        this.clock.advance(Duration.ofHours(20));
        this.driver.completePlan(key);
        this.clock.advance(Duration.ofHours(30));
        this.driver.rejectPlan(key, "stakeholder");
        this.driver.plan(key);
        this.statistics.keepUp();
        new Crew(browser).next("release-manager");

        browser.open("/releases/" + key + "/timeline").expectText("Not in the week of the audit.").expectAccessible();
        WebElement bar = browser.find(By.cssSelector("svg a.timeline-bar-sent-back"));
        assertThat(bar.getAccessibleName()).startsWith("Approve plan, round 1: rejected by");
        browser.resize(390, 844).open("/releases/" + key + "/timeline").expectAccessible();
        browser.leave(By.cssSelector(".timeline-table a")).expectHeading("Complete plan");

        browser.resize(1280, 900)
            .open("/monitor/models/PlanReleaseProcess/1/heat?versions=all")
            .expectText("Approve plan (all together)")
            .expectAccessible();
        browser.resize(390, 844)
            .open("/monitor/models/PlanReleaseProcess/1/heat?measure=frequency&versions=all")
            .expectAccessible();
        browser.open("/monitor/models/PlanReleaseProcess/1/heat?from=never")
            .expectText("Enter a day")
            .expectAccessible();
    }

}
