package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.e2e.pages.Paperwork;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: everything works without JavaScript, and on a phone nothing has to be
 * scrolled sideways.
 */
@Journey
class WithoutScriptJourney {

    @Test
    void foldsTheMenuToIconsAndGoesOnAtTheSamePage(Browser browser) {
        new Crew(browser.withoutJavaScript()).next("auditor");
        browser.open("/calendar?view=week").leave(By.cssSelector(".menu-fold button"));
        assertThat(browser.path()).isEqualTo("/calendar");
        assertThat(browser.find(By.cssSelector(".hull")).getSize().getWidth()).isLessThanOrEqualTo(64);
        assertThat(browser.find(By.cssSelector(".menu a[href='/tasks']")).getDomAttribute("title")).isEqualTo("Tasks");
        browser.leave(By.cssSelector(".menu-fold button"));
        assertThat(browser.find(By.cssSelector(".hull")).getSize().getWidth()).isGreaterThan(200);
    }

    @Test
    void decidesAPlanOnAPhoneWithoutScript(Browser browser) {
        String key = "PHN-2026.11";
        browser.resize(390, 844).withoutJavaScript();
        Crew crew = new Crew(browser).signIn("release-manager");
        new Paperwork(crew, key).register("On the phone").completePlan().approvePlan();
        crew.release(key, "Deliver units");
        for (String path : new String[] { "/", "/tasks", "/releases", "/releases/board", "/releases/" + key,
                "/releases/" + key + "/history", "/me" }) {
            browser.open(path);
            int width = browser.find(By.tagName("main")).getSize().getWidth();
            assertThat(width).as("Width of %s", path).isLessThanOrEqualTo(390);
        }
    }

}
