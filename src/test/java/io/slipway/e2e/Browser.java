package io.slipway.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.regex.Pattern;

import io.slipway.test.Patience;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One person's browser: opens pages of the portal, reads them, fills in forms, and judges
 * what every page must be, accessible and free of errors.
 */
public final class Browser implements AutoCloseable {

    static final Dimension DESKTOP = new Dimension(1280, 900);

    /**
     * A page that answers 403, 404 or 409 is for the journey to judge; a missing file is
     * not.
     */
    private static final Pattern REFUSED_PAGE = Pattern
        .compile("(?!.*\\.(css|js|svg|png|ico|woff2?)).*status of 4\\d\\d.*");

    /** Marks the page, so that it is seen when another is there. */
    static final String LEFT = "document.documentElement.setAttribute('data-left', '');";

    private final String address;

    private final Chrome chrome;

    private final ChromeDriver driver;

    Browser(String address) {
        this.address = address;
        this.chrome = Chrome.take();
        this.driver = this.chrome.driver();
    }

    /** Looks often: half a second between two looks, Selenium's own pause, adds up. */
    FluentWait<WebDriver> patiently() {
        return new WebDriverWait(this.driver, Patience.LIMIT, Duration.ofMillis(25));
    }

    /**
     * Opens a page.
     * @param path its address within the portal, such as {@code /tasks}
     */
    public Browser open(String path) {
        this.driver.get(this.address + path);
        return this;
    }

    /** The address of the page shown, within the portal and without its query. */
    public String path() {
        return this.driver.getCurrentUrl().substring(this.address.length()).split("[?#;]", 2)[0];
    }

    public String heading() {
        return find(By.tagName("h1")).getText();
    }

    /** All that can be read on the page. */
    public String text() {
        return find(By.tagName("body")).getText();
    }

    /**
     * Finds one element, waiting for it if the page is still being completed.
     * @param how where it is; a failure when it does not appear
     */
    public WebElement find(By how) {
        return patiently().withMessage(() -> "No " + how + " on " + path())
            .until((page) -> page.findElements(how).stream().findFirst().orElse(null));
    }

    public List<WebElement> findAll(By how) {
        return this.driver.findElements(how);
    }

    /** The same person without a mouse. */
    public Keyboard keyboard() {
        return new Keyboard(this, this.driver);
    }

    /** The element that has the focus. */
    public WebElement focused() {
        return this.driver.switchTo().activeElement();
    }

    /**
     * Waits until the page says something.
     * @param words what must be readable on the page
     */
    public Browser expectText(String words) {
        patiently().withMessage(() -> "\"%s\" is not on %s".formatted(words, path()))
            .ignoring(StaleElementReferenceException.class)
            .until((page) -> page.findElement(By.tagName("body")).getText().contains(words));
        return this;
    }

    public Browser expectHeading(String words) {
        patiently().withMessage(() -> "The heading is not \"%s\"".formatted(words))
            .ignoring(StaleElementReferenceException.class)
            .until((page) -> page.findElements(By.tagName("h1"))
                .stream()
                .anyMatch((heading) -> heading.getText().contains(words)));
        return this;
    }

    /**
     * Types into a field of the form, in the place of what was there.
     * @param field its name
     */
    public Browser fill(String field, String value) {
        WebElement element = find(By.name(field));
        if ("datetime-local".equals(element.getDomAttribute("type"))) {
            // Which keys such a field takes depends on the browser's language.
            this.driver.executeScript("arguments[0].value = arguments[1]", element, value);
        }
        else {
            if (!"".equals(element.getDomProperty("value"))) {
                element.clear();
            }
            element.sendKeys(value);
        }
        return this;
    }

    /**
     * Clicks an element in the middle of the window, where no bar that sticks to an edge
     * covers it.
     * @param how where it is; a failure when it does not appear
     */
    public Browser click(By how) {
        return click(how, "");
    }

    /** Has a script run on the way, rather than in a round trip of its own. */
    private Browser click(By how, String script) {
        WebElement element = find(how);
        this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });" + script,
                element);
        element.click();
        return this;
    }

    /**
     * Clicks an element that leads to another page, and waits until this one is gone.
     * @param how where it is; a failure when it does not appear or leads nowhere
     */
    public Browser leave(By how) {
        click(how, LEFT);
        return expectOther(how);
    }

    /** Waits until the page that was marked as left is gone. */
    Browser expectOther(By how) {
        patiently().withMessage(() -> how + " leads nowhere from " + path())
            .ignoring(WebDriverException.class)
            .until((page) -> page.findElements(By.cssSelector("html:not([data-left]) body")).size() == 1);
        return this;
    }

    /**
     * Chooses from a list, a group of radio buttons or check boxes, unless it is chosen.
     * @param field its name
     * @param value the value, as the form sends it
     */
    public Browser choose(String field, String value) {
        By choice = By.xpath("//select[@name='%1$s']/option[@value='%2$s'] | //input[@name='%1$s' and @value='%2$s']"
            .formatted(field, value));
        return find(choice).isSelected() ? this : click(choice);
    }

    /**
     * Presses the button with this label.
     */
    public Browser press(String label) {
        return click(By.xpath("//button[normalize-space(.)='%s']".formatted(label)));
    }

    /**
     * Sends the form that posts to this address, by the first button that sends it.
     * @param path the address within the portal; a link's query may follow
     */
    public Browser submit(String path) {
        return leave(By.cssSelector("form[action^='%s'] button:not([type=button])".formatted(path)));
    }

    /**
     * Follows the first link with this text.
     */
    public Browser follow(String text) {
        return click(By.xpath("//a[normalize-space(.)='%1$s' or @aria-label='%1$s']".formatted(text)));
    }

    /** The session and choices that the browser holds for the portal. */
    public Set<Cookie> cookies() {
        return this.driver.manage().getCookies();
    }

    /** Holds another session and other choices from the next page on. */
    public Browser cookies(Set<Cookie> others) {
        this.driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        this.driver.executeCdpCommand("Network.setCookies",
                Map.of("cookies", others.stream().map(this::ofThePortal).toList()));
        return this;
    }

    private Map<String, Object> ofThePortal(Cookie cookie) {
        return Map.of("name", cookie.getName(), "value", cookie.getValue(), "url", this.address, "httpOnly",
                cookie.isHttpOnly());
    }

    /** Where the portal listens that the browser talks to. */
    public int port() {
        return URI.create(this.address).getPort();
    }

    /** From here on no page may run a script; everything has to work all the same. */
    public Browser withoutJavaScript() {
        this.driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    /**
     * Makes the window as small as a phone's or as large as a wall screen's.
     * @param width in pixels
     */
    public Browser resize(int width, int height) {
        this.driver.manage().window().setSize(new Dimension(width, height));
        return this;
    }

    /**
     * Takes the browser to another place.
     * @param zone the time zone there
     */
    public Browser sitIn(String zone) {
        this.driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
        return this;
    }

    /** Whether the page is wider than the window. */
    public boolean scrollsSideways() {
        return Boolean.TRUE
            .equals(this.driver.executeScript("return document.documentElement.scrollWidth > window.innerWidth;"));
    }

    /** What is opened next comes whole, as at a first visit. */
    public Browser forgetFiles() {
        this.driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        return this;
    }

    /**
     * What came over the wire for the page shown; what the browser had kept does not
     * count.
     */
    public Weight weight() {
        List<?> sums = (List<?>) this.driver.executeScript(
                """
                        const came = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                            .filter((entry) => entry.transferSize > 0);
                        return [came.length, came.reduce((sum, entry) => sum + entry.transferSize, 0)];""");
        return new Weight(((Number) sums.get(0)).intValue(), ((Number) sums.get(1)).intValue());
    }

    /**
     * Fails with all that axe has to say about the page, in light, and about its colours
     * in dark as well, and with what makes it wider than a phone or a desk.
     */
    public Browser expectAccessible() {
        new Axe(this.driver).expectNothingWrong(path());
        new Fit(this.driver).expectNothingSticksOut(path());
        return this;
    }

    /** Fails with what paper would show of the page that is no use there, or cut. */
    public Browser expectPrintable() {
        new Print(this.driver).expectAllOfIt(path());
        return this;
    }

    /** Fails when a page has written an error or broken its content security policy. */
    public Browser expectNoErrors() {
        List<String> errors = this.driver.manage()
            .logs()
            .get(LogType.BROWSER)
            .getAll()
            .stream()
            .filter((entry) -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
            .map(LogEntry::getMessage)
            .filter((message) -> !REFUSED_PAGE.matcher(message).matches())
            .toList();
        assertThat(errors).as("Errors on the console of the browser").isEmpty();
        return this;
    }

    /**
     * Keeps a picture of what is shown.
     * @param name file name without its ending, in {@code target/screenshots}
     */
    public Browser screenshot(String name) {
        save(Path.of("target/screenshots", name + ".png"), this.driver.getScreenshotAs(OutputType.BYTES));
        return this;
    }

    void keepFailure(String name) {
        save(Path.of("target/failures", name + ".png"), this.driver.getScreenshotAs(OutputType.BYTES));
        save(Path.of("target/failures", name + ".html"), this.driver.getPageSource().getBytes());
    }

    private static void save(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * What a page costs.
     *
     * @param answers how many came over the wire
     * @param bytes how long they were, as sent, with their headers
     */
    public record Weight(int answers, int bytes) {
    }

    /** Leaves it to the next person. */
    @Override
    public void close() {
        this.chrome.leave(this.address);
    }

    /** Stops it, so that a failure has no effect on the next person. */
    void discard() {
        this.chrome.quit();
    }

}
