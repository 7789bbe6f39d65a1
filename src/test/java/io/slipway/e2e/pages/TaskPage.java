package io.slipway.e2e.pages;

import io.slipway.e2e.Browser;
import org.openqa.selenium.By;

/**
 * The page on which a person decides a step.
 */
public final class TaskPage extends Page {

    TaskPage(Browser browser, String step) {
        super(browser);
        browser.expectHeading(step);
    }

    /** Types into a field of the step's form. */
    public TaskPage fill(String field, String value) {
        browser().fill(field, value);
        return this;
    }

    /** Chooses a value of a list, a group of radio buttons or check boxes. */
    public TaskPage choose(String field, String value) {
        browser().choose(field, value);
        return this;
    }

    /** Ticks a box, unless it is ticked. */
    public TaskPage tick(String field) {
        By box = By.cssSelector("input[type='checkbox'][name='%s']".formatted(field));
        if (!browser().find(box).isSelected()) {
            browser().click(box);
        }
        return this;
    }

    /** Fails with all that axe has to say about the page. */
    public TaskPage expectAccessible() {
        browser().expectAccessible();
        return this;
    }

    /**
     * Presses the button of an outcome, opening the part of the form that hides it.
     * @param outcome the button's value, such as {@code approve}
     */
    public Browser decide(String outcome) {
        By button = By.cssSelector("button[name='outcome'][value='%s']".formatted(outcome));
        if (!browser().find(button).isDisplayed()) {
            browser().click(By.cssSelector("details:has(button[value='%s']) > summary".formatted(outcome)));
        }
        return browser().leave(button);
    }

}
