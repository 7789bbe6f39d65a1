package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.ReleaseDriver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: one box finds everything, as a palette on / and Ctrl-K; ? shows the keys;
 * g and a letter goes to places, j, k and Enter walk lists; single keys can be switched
 * off. All of it by keyboard alone.
 */
@Journey
class KeyboardJourney {

    private static final By CHOSEN = By.cssSelector("#palette[open] [role=option][aria-selected=true]");

    private static final By OPEN = By.cssSelector("dialog[open]");

    @Test
    void findsAndWalksByKeyboardAlone(Browser browser, @Autowired SomePerson somePerson,
            @Autowired ReleaseDriver driver) {
        String name = "Keyboard " + System.nanoTime();
        String key = driver.register(name);
        new Crew(browser).next(somePerson.with(Role.AUDITOR));

        type(browser.open("/"), "/");
        browser.find(By.cssSelector("#palette-list [role=option]"));
        browser.expectAccessible();
        assertThat(browser.findAll(CHOSEN)).as("Nothing is chosen before something is typed").isEmpty();
        type(browser, name);
        assertThat(browser.find(CHOSEN).getText()).contains(name, key);
        assertThat(browser.focused().getDomAttribute("aria-activedescendant"))
            .isEqualTo(browser.find(CHOSEN).getDomAttribute("id"));
        type(browser, Keys.ENTER);
        browser.expectHeading(name);
        assertThat(browser.path()).isEqualTo("/releases/" + key);

        type(browser, "gr");
        browser.expectHeading("Releases");
        type(browser, "jjk");
        String row = browser.focused().getDomAttribute("href");
        assertThat(row).startsWith("/releases/");
        type(browser, Keys.chord(Keys.CONTROL, "k"));
        browser.find(By.cssSelector("#palette[open] [role=option]"));
        type(browser, Keys.ARROW_DOWN);
        browser.find(CHOSEN);
        type(browser, Keys.ESCAPE);
        assertThat(browser.findAll(OPEN)).isEmpty();
        assertThat(browser.focused().getDomAttribute("href")).as("Escape gives the focus back").isEqualTo(row);
        type(browser, Keys.ENTER);
        browser.find(By.cssSelector("main .phases"));
        assertThat(browser.path()).isEqualTo(row);

        type(browser, "?");
        browser.expectText("Next and former row of a list").expectAccessible();
        type(browser, Keys.ESCAPE);
        // The browser itself closes the sheet, when it gets to it.
        Awaitility.await().until(() -> browser.findAll(By.cssSelector("dialog[open]")).isEmpty());
        type(browser, "gm");
        browser.expectHeading("Monitor");

        browser.open("/me").find(By.cssSelector("#single-keys button")).sendKeys(Keys.ENTER);
        browser.expectText("Switch single keys on");
        type(browser, "/");
        assertThat(browser.findAll(OPEN)).isEmpty();
        type(browser, Keys.chord(Keys.CONTROL, "k"));
        browser.find(OPEN);
    }

    private static void type(Browser browser, CharSequence keys) {
        browser.focused().sendKeys(keys);
    }

}
