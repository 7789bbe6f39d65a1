package io.slipway.e2e.journeys;

import java.util.List;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.test.ReleaseDriver;
import io.slipway.workflow.WorkItem;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: a first visit costs 150 kB at most, the next page 30 kB, and a list shows
 * 17 rows on one screen.
 */
@Journey
class LightPagesJourney {

    private static final int FIRST_VISIT = 150_000;

    private static final int NEXT_PAGE = 30_000;

    @Autowired
    ReleaseDriver driver;

    @Test
    void opensEveryMainPageLight(Browser browser) {
        String key = this.driver.register("Light");
        this.driver.plan(key);
        WorkItem task = this.driver.await(key, "deliver-units");
        new Crew(browser).next("release-manager");
        for (String path : List.of("/", "/tasks", "/tasks/" + task.id(), "/releases", "/releases/board",
                "/releases/" + key, "/releases/" + key + "/plan", "/releases/" + key + "/history", "/releases/new",
                "/calendar", "/calendar?view=week", "/changes", "/configuration", "/monitor",
                "/monitor/releases/" + key, "/monitor/models/ReleaseLifecycleProcess/1", "/administration/policies",
                "/me")) {
            Browser.Weight first = browser.forgetFiles().open(path).weight();
            assertThat(first.bytes()).as("Bytes of a first visit to " + path).isLessThanOrEqualTo(FIRST_VISIT);
            assertThat(first.answers()).as("Answers at a first visit to " + path).isLessThanOrEqualTo(9);
            Browser.Weight next = browser.open(path).weight();
            assertThat(next.bytes()).as("Bytes of " + path + " as the next page").isLessThanOrEqualTo(NEXT_PAGE);
            assertThat(next.answers()).as("Answers for " + path + " as the next page").isLessThanOrEqualTo(2);
        }
    }

    @Test
    void showsSeventeenRowsOfAListOnOneScreen(Browser browser) {
        for (int i = 0; i < 17; i++) {
            this.driver.register("One of many " + i);
        }
        new Crew(browser).next("release-manager");
        browser.resize(1440, 900);
        for (String path : List.of("/releases", "/tasks?view=my-groups")) {
            Rectangle row = browser.open(path).find(By.cssSelector("main .list tbody tr:nth-child(17)")).getRect();
            assertThat(row.getY() + row.getHeight()).as("Where the 17th row of %s ends", path).isLessThanOrEqualTo(900);
        }
    }

}
