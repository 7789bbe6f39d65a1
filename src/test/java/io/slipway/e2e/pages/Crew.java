package io.slipway.e2e.pages;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.slipway.e2e.Browser;
import io.slipway.test.Visitor;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;

/**
 * The people of a release, who come to one browser in turn, each with a session of their
 * own that waits for them until they are next.
 */
public final class Crew {

    private static final String PASSWORD = "slipway-demo";

    private final Browser browser;

    private final Map<String, Set<Cookie>> sessions = new HashMap<>();

    private String seated = "";

    public Crew(Browser browser) {
        this.browser = browser;
    }

    /** The browser at which they sit. */
    public Browser browser() {
        return this.browser;
    }

    /**
     * The next person takes the seat, signed in.
     * @param userName the name to sign in with
     */
    public Crew next(String userName) {
        leaveSeat();
        this.browser.cookies(this.sessions.computeIfAbsent(userName, this::session));
        this.seated = userName;
        return this;
    }

    /** A session as the sign-in page gives it, without the time that typing takes. */
    private Set<Cookie> session(String userName) {
        String session = new Visitor(this.browser.port()).signIn(userName).session().orElseThrow();
        return Set.of(new Cookie.Builder("SESSION", session).isHttpOnly(true).build());
    }

    /**
     * Somebody takes the seat and signs in by the page.
     * @param userName the name to sign in with
     */
    public Crew signIn(String userName) {
        leaveSeat();
        this.browser.cookies(Set.of());
        SignInPage.open(this.browser).signIn(userName, PASSWORD).find(By.cssSelector("details.person"));
        this.seated = userName;
        return this;
    }

    private void leaveSeat() {
        if (!this.seated.isEmpty()) {
            this.sessions.put(this.seated, this.browser.cookies());
        }
    }

    /**
     * Opens the person's task on a release from the list, as soon as it is there.
     * @param key the release's key
     * @param step the step's label, such as {@code Approve plan}
     */
    public TaskPage open(String key, String step) {
        return open("my-groups", key, step);
    }

    /**
     * Opens a task that is assigned to the person, as soon as it is there.
     * @param key the release's key
     * @param step the step's label
     */
    public TaskPage openMine(String key, String step) {
        return open("mine", key, step);
    }

    private TaskPage open(String view, String key, String step) {
        By link = By.xpath("//tbody//a[normalize-space(.)='%s']".formatted(step));
        Awaitility.await("%s of %s among the tasks".formatted(step, key))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> !this.browser.open("/tasks?view=%s&text=%s".formatted(view, key)).findAll(link).isEmpty());
        this.browser.leave(link);
        return new TaskPage(this.browser, step);
    }

    /**
     * Opens a release's page, as soon as it says something.
     * @param key the release's key
     * @param words what it must say
     */
    public Browser release(String key, String words) {
        Awaitility.await("\"%s\" on the page of %s".formatted(words, key))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> this.browser.open("/releases/" + key).text().contains(words));
        return this.browser;
    }

}
