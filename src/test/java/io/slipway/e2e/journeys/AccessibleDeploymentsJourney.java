package io.slipway.e2e.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.deployment.environment.BookingDraft;
import io.slipway.deployment.environment.BookingManagement;
import io.slipway.deployment.environment.EnvironmentKind;
import io.slipway.deployment.environment.EnvironmentProfile;
import io.slipway.deployment.environment.Environments;
import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.identity.Acting;
import io.slipway.knowledge.ArticleCare;
import io.slipway.knowledge.ArticleKind;
import io.slipway.knowledge.ArticleText;
import io.slipway.knowledge.ArticleTies;
import io.slipway.knowledge.KnowledgeManagement;
import io.slipway.knowledge.run.RunbookRuns;
import io.slipway.planning.wave.StepKind;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.RunDriver;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requirement: axe finds nothing, in light and in dark, and nothing sticks out on a phone
 * or a desk, on the pages of deployments, environments and knowledge.
 */
@Journey
class AccessibleDeploymentsJourney {

    private static final String MANAGER = "deployment-manager";

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Test
    void opensThePagesOfRunsAndTheirTools(Browser browser, @Autowired ReleaseDriver releases,
            @Autowired RunDriver runs) {
        String key = releases.register("Accessible run");
        long run = runs.run(key, RunDriver.wave("one", RunDriver.step("a", StepKind.MANUAL),
                RunDriver.step("b", StepKind.DECISION, "a")));
        runs.fail(key, "a");
        new Crew(browser).next(MANAGER);
        for (String path : new String[] { "", "/runs", "/runs/" + run, "/runs/" + run + "/halt",
                "/runs/" + run + "/checklist", "/pipelines", "/pipelines/new", "/sources", "/sources/new",
                "/checks" }) {
            browser.open("/deployments" + path).expectAccessible();
        }
    }

    @Test
    void opensThePagesOfEnvironments(Browser browser, @Autowired ConfigurationManagement configuration,
            @Autowired Environments environments, @Autowired BookingManagement bookings) {
        String key = "axe-place";
        this.acting.as("configuration-manager", () -> configuration.register(key,
                new ItemProfile("Accessible place", ItemType.ENVIRONMENT, Criticality.LOW, "operations", "")));
        Instant tomorrow = this.clock.instant().plus(Duration.ofDays(1));
        this.acting.as(MANAGER, () -> {
            environments.register(key, new EnvironmentProfile(EnvironmentKind.TEST, false, 1, "UTC", "", "", 7));
            environments.confirmReady(key, "Looked at the disks.");
            bookings.book(key, new BookingDraft("", "A load test.", true, tomorrow, tomorrow.plusSeconds(3600)));
        });
        new Crew(browser).next(MANAGER);
        for (String path : new String[] { "", "/new", "/" + key, "/" + key + "/edit", "/" + key + "/ready",
                "/" + key + "/bookings/new", "/" + key + "/hold", "/" + key + "/deployers/new" }) {
            browser.open("/environments" + path).expectAccessible();
        }
    }

    @Test
    void opensThePagesOfKnowledge(Browser browser, @Autowired KnowledgeManagement articles,
            @Autowired RunbookRuns runbooks) {
        long id = this.acting.as("operations",
                () -> articles.begin(ArticleKind.RUNBOOK,
                        new ArticleText("Accessible runbook", "It hangs.",
                                "## Look\n\n- Do: look\n- Danger: hot\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
                        new ArticleCare("operations", List.of(), 90), ArticleTies.NONE));
        this.acting.as("operations", () -> articles.publish(id));
        long run = this.acting.as("operations", () -> runbooks.begin(id, "", "A drill.", true));
        this.acting.as("operations", () -> articles.miss("never written"));
        new Crew(browser).next("operations");
        String article = "/KB-" + id;
        for (String path : new String[] { "", "/missing", "/new", "/new?kind=RUNBOOK", article, article + "/edit",
                article + "/archive", article + "/versions/1", article + "/runs/new", article + "/runs/" + run }) {
            browser.open("/knowledge" + path).expectAccessible();
        }
    }

}
