package io.slipway.monitor.timeline;

import java.time.Duration;
import java.util.List;

import io.slipway.identity.Acting;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StatementCounter;
import io.slipway.test.Visitor;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItems;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The timeline of a release over HTTP, of releases that really went that way.
 */
@SlipwayTest
class TimelinePageTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemActs acts;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    StatementCounter counter;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isForPeopleWhoAreSignedIn() {
        String key = this.driver.register("Timeline for readers");
        assertThat(new Visitor(this.port).get("/releases/" + key + "/timeline").statusCode()).isEqualTo(302);
        for (String person : List.of("auditor", "operations", "stakeholder")) {
            assertThat(new Visitor(this.port).signIn(person).get("/releases/" + key + "/timeline").statusCode())
                .isEqualTo(200);
        }
        assertThat(new Visitor(this.port).signIn("auditor").get("/releases/NONE-1/timeline").statusCode())
            .isEqualTo(404);
    }

    @Test
    void tellsWhoDidWhatAndHowLongItWaited() {
        String key = this.driver.register("Timeline of a plan");
        this.clock.advance(Duration.ofHours(5));
        WorkItem plan = this.workItems.openOf(key).get(0);
        this.acting.as("release-manager", () -> this.acts.claim(plan.id()));
        this.clock.advance(Duration.ofHours(3));
        this.driver.completePlan(key);
        awaitStep(key, "Approve plan");
        this.clock.advance(Duration.ofHours(30));
        this.driver.rejectPlan(key, "stakeholder");
        awaitStep(key, "Complete plan");
        Document page = timeline(key, "auditor");
        assertThat(page.select(".subtabs a[aria-current=page]").text()).isEqualTo("Timeline");
        assertThat(page.selectFirst("table").parents()).as("Tables come first").isNotEmpty();
        assertThat(page.html().indexOf("timeline-table")).isLessThan(page.html().indexOf("timeline-scroll"));
        List<Element> rows = page.select(".timeline-table tbody tr:not(.timeline-phase)");
        assertThat(rows.get(0).text()).contains("Complete plan", "round 1 of 2", "Rhea Malik", "submitted", "5 h",
                "3 h");
        assertThat(rows).anySatisfy((row) -> assertThat(row.text()).contains("Approve plan", "rejected",
                "Not in the week of the audit.", "1 day 6 h"));
        assertThat(rows).anySatisfy((row) -> assertThat(row.text()).contains("Approve plan", "taken away"));
        assertThat(rows)
            .anySatisfy((row) -> assertThat(row.text()).contains("Complete plan", "round 2 of 2", "goes on"));
        assertThat(page.select(".share-held").text()).contains("3 h (8 %)");
        Element bar = page.selectFirst("svg a[href='/tasks/" + plan.id() + "']");
        assertThat(bar.attr("aria-label")).contains("Complete plan, round 1: submitted by Rhea Malik",
                "waited 5 h, in hand 3 h");
        assertThat(bar.select("title").text()).contains(" to ");
        assertThat(page.select("svg .timeline-bar-sent-back")).isNotEmpty();
        assertThat(page.select("svg .timeline-bar-cancelled")).isNotEmpty();
        assertThat(page.select("svg .timeline-end-now")).isNotEmpty();
        assertThat(page.select("svg [style], svg script")).isEmpty();
    }

    @Test
    void comparesThePlanWithWhatHappened() {
        String key = this.driver.register("Timeline of a deployment");
        this.driver.plan(key);
        Document page = timeline(key, "release-manager");
        assertThat(page.select("section[aria-labelledby=timeline-windows] tbody tr")).hasSize(2);
        assertThat(page.select("section[aria-labelledby=timeline-windows]").text()).contains("Deployment",
                "Support period", "not yet");
        assertThat(page.select(".timeline-scroll .timeline-bar-planned")).hasSize(2);
    }

    @Test
    void showsHostileTextAsText() {
        String key = this.driver.register("<script>alert('name')</script>");
        WorkItem plan = this.workItems.openOf(key).get(0);
        this.driver.completePlan(key);
        String hostile = "\"><img src=x onerror=alert(1)></title><script>alert('why')</script>";
        this.jdbc.sql("update work_items set reason = ?, step_name = ? where id = ?")
            .params(hostile, "]]><script>alert('step')</script>", plan.id())
            .update();
        String body = new Visitor(this.port).signIn("auditor").get("/releases/" + key + "/timeline").body();
        assertThat(body).doesNotContain("<script>alert").doesNotContain("<img src=x");
        assertThat(body).contains("&lt;script&gt;alert");
    }

    @Test
    void needsFewStatementsHoweverOftenStepsWereRepeated() {
        String key = this.driver.register("Timeline of rounds");
        awaitStep(key, "Complete plan");
        int before = statements(key, "timeline-before");
        for (int round = 0; round < 4; round++) {
            this.driver.completePlan(key);
            this.driver.rejectPlan(key, "stakeholder");
        }
        awaitStep(key, "Complete plan");
        // Names are kept for seconds only: either reading may ask for some.
        assertThat(statements(key, "timeline-after")).isLessThanOrEqualTo(before + 2);
    }

    private void awaitStep(String key, String name) {
        Awaitility.await()
            .until(() -> this.workItems.openOf(key).stream().anyMatch((item) -> item.stepName().equals(name)));
    }

    private int statements(String key, String name) {
        Visitor visitor = new Visitor(this.port).signIn("auditor");
        visitor.get("/releases/" + key + "/timeline");
        visitor.get("/releases/" + key + "/timeline", StatementCounter.HEADER, name);
        return this.counter.of(name).size();
    }

    private Document timeline(String key, String person) {
        return new Visitor(this.port).signIn(person).page("/releases/" + key + "/timeline");
    }

}
