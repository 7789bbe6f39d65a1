package io.slipway.e2e;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * One person's browser without a mouse: by the tab key to an element, by the enter key
 * through it.
 */
public final class Keyboard {

    /** How many times the tab key is pressed from the focus to an element. */
    private static final String STOPS = """
            const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
                .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }));
            return stops.indexOf(arguments[0]) - stops.indexOf(document.activeElement);""";

    private static final int TRIES = 10;

    private final Browser browser;

    private final ChromeDriver driver;

    Keyboard(Browser browser, ChromeDriver driver) {
        this.browser = browser;
        this.driver = driver;
    }

    /**
     * Goes to an element. Which stops there are is counted first, and looked at again
     * where a field has several.
     * @param how where it is; a failure when the tab key does not lead there
     */
    public WebElement tabTo(By how) {
        WebElement element = this.browser.find(how);
        for (int tries = 0; tries < TRIES; tries++) {
            int stops = ((Number) this.driver.executeScript(STOPS, element)).intValue();
            if (stops == 0) {
                return element;
            }
            String tabs = Keys.TAB.toString().repeat(Math.abs(stops));
            this.browser.focused().sendKeys((stops > 0) ? tabs : Keys.chord(Keys.SHIFT, tabs));
        }
        throw new AssertionError("The tab key does not lead to %s on %s".formatted(how, this.browser.path()));
    }

    /**
     * Goes to an element, and by it to another page.
     * @param how where it is; a failure when it does not appear or leads nowhere
     */
    public Browser enter(By how) {
        WebElement element = tabTo(how);
        this.driver.executeScript(Browser.LEFT);
        element.sendKeys(Keys.ENTER);
        return this.browser.expectOther(how);
    }

    /**
     * Goes to a link, and saves what it leads to.
     * @param folder where to; empty until now
     * @return the file
     */
    public Path save(By how, Path folder) {
        this.driver.executeCdpCommand("Browser.setDownloadBehavior",
                Map.of("behavior", "allow", "downloadPath", folder.toString()));
        tabTo(how).sendKeys(Keys.ENTER);
        return this.browser.patiently()
            .withMessage(() -> how + " gives no file on " + this.browser.path())
            .until((page) -> Stream.of(Objects.requireNonNull(folder.toFile().listFiles()))
                .filter((file) -> !file.getName().endsWith(".crdownload") && !file.isHidden())
                .findFirst()
                .orElse(null))
            .toPath();
    }

}
