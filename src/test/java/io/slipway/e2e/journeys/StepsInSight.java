package io.slipway.e2e.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.e2e.Browser;
import io.slipway.e2e.pages.Crew;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks whether the first decision button of a step lies within the first screen, and
 * before it what is asked.
 */
final class StepsInSight {

    private static final By BUTTON = By.cssSelector("#step .action-bar button[name=outcome]");

    private static final By QUESTION = By.cssSelector(".decision-question");

    /** Every step that a model of a process gives to people, by its form. */
    private static final Pattern FORM = Pattern.compile("camunda:formKey=\"\\w+/([\\w-]+)\"");

    /** The steps of a deployment in waves, of its way back, and of a review of access. */
    private static final Set<String> OF_RUNS = Set.of("decide-on-cut-over", "decide-on-failed-rollback",
            "decide-on-failed-step", "decide-on-failed-wave", "decide-on-late-rollback", "decide-on-wave",
            "decide-step", "do-step", "reconcile-systems", "retire-legacy", "review-access", "take-step-back",
            "watch-cut-over");

    /** Its page is that of another step, for whom that leaves something to decide. */
    private static final Set<String> ALIKE = Set.of("confirm-access");

    private final Browser browser;

    private final Set<String> seen = new TreeSet<>();

    private Crew crew;

    StepsInSight(Browser browser) {
        this.browser = browser;
        this.crew = new Crew(browser);
    }

    static Set<String> ofReleases() throws IOException {
        Set<String> steps = new TreeSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:/processes/**/*.bpmn")) {
            Matcher form = FORM.matcher(file.getContentAsString(StandardCharsets.UTF_8));
            while (form.find()) {
                steps.add(form.group(1));
            }
        }
        assertThat(steps).containsAll(OF_RUNS).containsAll(ALIKE);
        steps.removeAll(OF_RUNS);
        steps.removeAll(ALIKE);
        return steps;
    }

    static Set<String> ofRuns() {
        return OF_RUNS;
    }

    Set<String> seen() {
        return this.seen;
    }

    /** After the clock went on so far that sessions are over. */
    void signInAnew() {
        this.crew = new Crew(this.browser);
    }

    void look(String person, String task, String step) {
        this.crew.next(person);
        this.seen.add(step);
        look(step, task, 1440, 900);
        look(step, task, 390, 844);
    }

    /** What every page says while the line is stopped comes before the step. */
    private int banner() {
        return this.browser.findAll(By.cssSelector(".deck-inner > aside.notice"))
            .stream()
            .mapToInt((one) -> one.getRect().getHeight())
            .sum();
    }

    private void look(String step, String task, int width, int height) {
        this.browser.resize(width, height).open("/tasks/" + task);
        Rectangle button = this.browser.find(BUTTON).getRect();
        assertThat(button.getY()).as("Where the first button of %s begins, at %d", step, width)
            .isGreaterThan(0)
            .isLessThanOrEqualTo(height - 30);
        assertThat(this.browser.find(QUESTION).getRect().getY()).as("Where the question of %s is, at %d", step, width)
            .isLessThanOrEqualTo(height / 2 + banner());
        assertThat(this.browser.scrollsSideways()).as("Whether %s is wider than %d", step, width).isFalse();
    }

}
