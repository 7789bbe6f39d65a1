package io.slipway.monitor.web;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.workflow.model.ProcessModels;
import io.slipway.workflow.state.ProcessStates;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The monitor's pages show everybody who is signed in what runs, as a table and on the
 * diagram, lead from one to the other, and say when there is nothing.
 */
@SlipwayTest
class MonitorPagesTests {

    private static final String SPINE = "/monitor/models/ReleaseLifecycleProcess/";

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    ProcessStates states;

    @Autowired
    ProcessModels models;

    @Autowired
    SomePerson people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void sendsWhoIsNotSignedInToTheSignInPage() {
        String key = this.driver.register("Not for strangers");
        for (String path : List.of("/monitor", "/monitor/live", plan(), plan() + "/live", "/monitor/releases/" + key,
                "/monitor/releases/" + key + "/live", "/monitor/releases/" + key + "/print")) {
            HttpResponse<String> answer = new Visitor(this.port).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).as(path).contains("/sign-in");
        }
    }

    @Test
    void knowsNoOtherModelsVersionsReleasesAndRuns() {
        Visitor visitor = visitor("auditor");
        String key = this.driver.register("The only one");
        for (String path : List.of("/monitor/models/NoProcess/1", SPINE + "999", SPINE + "999/live",
                "/monitor/releases/NONE-1", "/monitor/releases/NONE-1/print", "/monitor/releases/" + key + "?run=none",
                "/monitor/releases/" + key + "/live?run=none", plan() + "?plane=none")) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(visitor.get(SPINE + "one").statusCode()).isIn(400, 404);
    }

    @Test
    void everybodyWhoIsSignedInMayRead() {
        String key = this.driver.register("For everybody");
        for (Role role : Role.values()) {
            Visitor visitor = visitor(this.people.with(role));
            assertThat(visitor.get("/monitor").statusCode()).as(role.id()).isEqualTo(200);
            assertThat(visitor.get(plan()).statusCode()).as(role.id()).isEqualTo(200);
            assertThat(visitor.get("/monitor/releases/" + key).statusCode()).as(role.id()).isEqualTo(200);
        }
    }

    @Test
    void landsOnTheSpineWithWhatEachReleaseWaitsFor() {
        String key = this.driver.register("On the spine");
        Instant due = this.clock.instant().minusSeconds(86_400L * 900);
        this.jdbc.sql("update work_items set due_at = :due where business_key = :key")
            .param("due", due)
            .param("key", key)
            .update();
        Awaitility.await().until(() -> waits(key, "Task_CompletePlan"));
        Document page = visitor("release-manager").page("/monitor");
        Element row = Objects.requireNonNull(page.selectFirst("tbody tr:has(th:contains(" + key + "))"));
        assertThat(row.text()).contains("Plan release", "Complete plan", "Release manager", "late");
        assertThat(row.select("a[href^=/tasks/]")).hasSize(1);
        assertThat(page.select("figure.diagram svg").text()).contains(key + " late");
        assertThat(page.select("figure.diagram a").eachAttr("href")).contains(plan());
        assertThat(page.select(".page-head-actions a").eachAttr("href")).containsExactly("/monitor/models",
                "/monitor/jobs");
    }

    @Test
    void listsModelsWithTheTableFirst() {
        this.driver.register("In the overview");
        Document page = visitor("release-manager").page("/monitor/models");
        assertThat(page.select("nav .menu a[aria-current]").text()).isEqualTo("Monitor");
        Element row = page.select("tbody tr:has(a[href^='" + SPINE + "'])").first();
        assertThat(row).isNotNull();
        assertThat(Integer.parseInt(row.select("td").first().text().replace(",", ""))).isPositive();
        assertThat(page.select("main table, main .gauges").first().tagName()).isEqualTo("table");
    }

    @Test
    void showsWhatWaitsOnAModelAndFiltersByElementAndState() {
        String key = this.driver.register("At its plan");
        this.driver.completePlan(key);
        Awaitility.await().until(() -> waits(key, "Task_ApprovePlan"));
        Visitor visitor = visitor("release-manager");
        String there = fresh(visitor, plan() + "?element=Task_ApprovePlan", "Approve plan");
        Document page = Jsoup.parse(there);
        assertThat(page.select(".row-hit th").text()).startsWith("Approve plan");
        assertThat(page.select("main table, main figure.diagram").first().tagName()).isEqualTo("table");
        assertThat(page.select("figure.diagram a[href*='element=Task_CompletePlan']")).isNotEmpty();
        assertThat(page.select("#releases-title").text()).isEqualTo("Releases at Approve plan");
        assertThat(visitor.page(plan() + "?element=Task_ApprovePlan&state=failing")
            .select("#releases .empty-state")
            .text()).contains("No release here");
        assertThat(visitor.page(plan() + "?state=nonsense&element=%3Cscript%3E").select("script:not([src])")).isEmpty();
        assertThat(visitor.get(plan() + "?from=nonsense").statusCode()).isEqualTo(200);
    }

    @Test
    void leadsFromTheSpineIntoTheCalledModelAndBack() {
        this.driver.register("To drill down");
        Visitor visitor = visitor("release-manager");
        Document spine = Jsoup.parse(fresh(visitor, latest("ReleaseLifecycleProcess"), "Into Plan release"));
        String into = spine.select("a:contains(Into Plan release)").attr("href");
        assertThat(into).isEqualTo(plan());
        assertThat(visitor.page(into).select(".breadcrumbs a").eachText()).containsExactly("Monitor",
                "Release life cycle");
    }

    @Test
    void showsWhereOneReleaseIsAndWhomItWaitsFor() {
        String key = this.driver.register("Followed");
        this.driver.completePlan(key);
        Awaitility.await().until(() -> waits(key, "Task_ApprovePlan"));
        Visitor visitor = visitor("stakeholder");
        Document spine = visitor.page("/monitor/releases/" + key);
        assertThat(spine.select("tbody th").first().text()).contains("Plan release");
        String run = spine.select("a:contains(Into Plan release)").first().attr("href");
        Document plan = visitor.page(run);
        assertThat(plan.select(".breadcrumbs").text()).contains("Monitor", key, "Plan release");
        Element waiting = plan.select("tbody tr:has(a[href*=Task_ApprovePlan])").first();
        assertThat(waiting.text()).contains("Approve plan", "2 times");
        assertThat(waiting.select("a[href^=/tasks/]")).hasSize(2);
        assertThat(plan.select("tr:has(th:contains(Complete plan)) td .status").text()).contains("passed");
        assertThat(plan.select("figure.diagram svg")).isNotEmpty();
        assertThat(plan.select(".runs li")).hasSize(2);
        assertThat(plan.select(".runs .runs-shown").text()).contains("Plan release");
    }

    @Test
    void showsThePathOfAReleaseThatWasCancelled() {
        String key = this.driver.register("Given up");
        this.driver.completePlan(key);
        this.driver.await(key, "approve-plan");
        this.driver.cancel(key);
        Visitor visitor = visitor("auditor");
        Awaitility.await()
            .until(() -> visitor.page("/monitor/releases/" + key)
                .select(".runs li")
                .first()
                .text()
                .contains("Completed"));
        Document page = visitor.page("/monitor/releases/" + key);
        assertThat(page.select(".empty-state").text()).contains("It is over");
        assertThat(page.select(".runs li").last().text()).contains("Stopped early");
        assertThat(page.select("tr:has(th:contains(Release cancelled)) .status").text()).isEqualTo("passed");
        assertThat(page.select("tr:has(th:contains(Review release)) .status").text()).isEqualTo("not reached");
    }

    @Test
    void answersAPollThatWouldSayTheSameWith304() {
        String key = this.driver.register("Polled");
        Awaitility.await().until(() -> waits(key, "Task_CompletePlan"));
        Visitor visitor = visitor("release-manager");
        for (String path : List.of("/monitor", plan(), "/monitor/releases/" + key)) {
            Awaitility.await().until(() -> {
                String tag = visitor.page(path).select("[data-live-part]").attr("data-tag");
                HttpResponse<String> same = visitor.get(path + "/live", "If-None-Match", "\"" + tag + "\"");
                return same.statusCode() == 304 && same.body().isEmpty()
                        && same.headers().firstValue("X-As-Of").orElse("").matches("\\d\\d:\\d\\d:\\d\\d");
            });
            HttpResponse<String> fresh = visitor.get(path + "/live", "If-None-Match", "\"other\"");
            assertThat(fresh.statusCode()).as(path).isEqualTo(200);
            assertThat(fresh.body()).as(path).contains("data-live-part").doesNotContain("<html");
        }
    }

    @Test
    void anotherStateHasAnotherTag() {
        String key = this.driver.register("Moving");
        Awaitility.await().until(() -> waits(key, "Task_CompletePlan"));
        Visitor visitor = visitor("release-manager");
        String run = visitor.page("/monitor/releases/" + key)
            .select("a:contains(Into Plan release)")
            .first()
            .attr("href");
        String live = run.replace("?", "/live?");
        String before = visitor.get(live).headers().firstValue("ETag").orElseThrow();
        this.driver.completePlan(key);
        Awaitility.await().until(() -> waits(key, "Task_ApprovePlan"));
        HttpResponse<String> after = visitor.get(live, "If-None-Match", before);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void printsTheDiagramWithoutAnythingToPress() {
        String key = this.driver.register("On paper");
        Document page = visitor("auditor").page("/monitor/releases/" + key + "/print");
        assertThat(page.select("main figure.diagram svg")).isNotEmpty();
        assertThat(page.select("main [data-live], main form")).isEmpty();
        assertThat(page.select("main").text()).contains("On paper", key, "All processes of this release");
    }

    @Test
    void isATabOfTheReleasePage() {
        String key = this.driver.register("With a tab");
        Document page = visitor("stakeholder").page("/releases/" + key + "/diagram");
        assertThat(page.select(".tabs a[aria-current], .subtabs a[aria-current]").eachText()).containsExactly("Process",
                "Diagram");
        assertThat(page.select("figure.diagram svg")).isNotEmpty();
        assertThat(page.select("a[href='/monitor/releases/" + key + "']")).isNotEmpty();
    }

    /** The page as soon as it says something: what it shows is up to a second old. */
    private static String fresh(Visitor visitor, String path, String words) {
        return Awaitility.await().until(() -> visitor.get(path).body(), (body) -> body.contains(words));
    }

    private boolean waits(String key, String element) {
        return this.states.ofRelease(key)
            .runs()
            .stream()
            .anyMatch((run) -> run.elements().containsKey(element) && run.elements().get(element).tokens() > 0);
    }

    private String plan() {
        return latest("PlanReleaseProcess");
    }

    private String latest(String process) {
        return this.models.all()
            .stream()
            .filter((one) -> one.process().equals(process) && one.latest())
            .map((one) -> "/monitor/models/" + process + "/" + one.version())
            .findFirst()
            .orElseThrow();
    }

    private Visitor visitor(String userName) {
        return new Visitor(this.port).signIn(userName);
    }

}
