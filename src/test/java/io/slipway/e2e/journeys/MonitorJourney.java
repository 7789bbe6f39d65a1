package io.slipway.e2e.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.test.ReleaseDriver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: where releases stand is seen on the diagram while it changes, without
 * reloading, by keyboard alone, and by everybody.
 */
@Journey
class MonitorJourney {

    @Autowired
    ReleaseDriver driver;

    @Test
    void showsWhatAnotherPersonDoesWithoutReloading(Browser browser, Browser other) {
        String key = planned("Watched");
        Crew watcher = new Crew(other).next("auditor");
        watcher.browser().open("/monitor/releases/" + key);
        watcher.browser().leave(By.partialLinkText("Into Plan release"));
        By waiting = By.xpath("//tr[.//a[normalize-space()='Approve plan']]");
        Awaitility.await().until(() -> other.find(waiting).getText().contains("2 times"));
        WebElement link = other.find(By.linkText("Approve plan"));
        link.sendKeys(Keys.SHIFT);
        new Crew(browser).next("stakeholder").openMine(key, "Approve plan").decide("approve");
        Awaitility.await().until(() -> !other.find(waiting).getText().contains("2 times"));
        assertThat(other.focused()).as("What had the focus is still the same").isEqualTo(link);
        assertThat(
                other.find(By.cssSelector("[data-element='Task_ApprovePlan'] > title")).getDomProperty("textContent"))
            .contains("1 is here");
        Awaitility.await()
            .until(() -> !other.find(By.cssSelector("[data-live-news]")).getDomProperty("textContent").isEmpty());
        other.expectAccessible();
    }

    @Test
    void stopsAndGoesOnWhenToldTo(Browser browser) {
        new Crew(browser).next("release-manager");
        browser.open("/monitor");
        By time = By.cssSelector("[data-live-as-of]");
        String first = browser.find(time).getText();
        Awaitility.await().until(() -> !browser.find(time).getText().equals(first));
        browser.click(By.cssSelector("[data-live-pause]"));
        assertThat(browser.find(By.cssSelector("[data-live-pause]")).getDomAttribute("aria-pressed")).isEqualTo("true");
        String stopped = browser.find(time).getText();
        Awaitility.await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
        assertThat(browser.find(time).getText()).isEqualTo(stopped);
        browser.click(By.cssSelector("[data-live-pause]"));
        Awaitility.await().until(() -> !browser.find(time).getText().equals(stopped));
    }

    @Test
    void walksAlongTheFlowByKeyboardAlone(Browser browser) {
        String key = planned("By keyboard");
        new Crew(browser).next("release-manager");
        browser.open("/monitor/releases/" + key);
        browser.leave(By.partialLinkText("Into Plan release"));
        List<String> walked = new ArrayList<>();
        WebElement here = browser.find(By.cssSelector(".diagram-view"));
        here.sendKeys(Keys.SHIFT);
        for (int step = 0; step < 12; step++) {
            WebElement focused = browser.focused();
            String element = focused.getDomAttribute("data-element");
            if (element != null) {
                walked.add(element);
            }
            focused.sendKeys(Keys.TAB);
        }
        assertThat(walked).containsSubsequence("StartEvent_PlanRequested", "Task_CompletePlan", "Task_ApprovePlan");
    }

    @Test
    void isAccessible(Browser browser) {
        String key = planned("Judged by axe");
        new Crew(browser).next("release-manager");
        String plan = "/monitor/models/PlanReleaseProcess/1";
        for (String path : new String[] { "/monitor", "/monitor/models/ReleaseLifecycleProcess/1",
                plan + "?element=Task_ApprovePlan", plan + "?state=failing", "/monitor/releases/" + key,
                "/monitor/releases/" + key + "/print", "/releases/" + key + "/diagram" }) {
            browser.open(path).expectAccessible();
        }
        browser.resize(390, 844);
        for (String path : new String[] { "/monitor", plan, "/monitor/releases/" + key }) {
            browser.open(path);
            assertThat(browser.find(By.tagName("main")).getSize().getWidth()).as(path).isLessThanOrEqualTo(390);
        }
    }

    private String planned(String name) {
        String key = this.driver.register(name);
        this.driver.completePlan(key);
        this.driver.await(key, "approve-plan");
        return key;
    }

}
