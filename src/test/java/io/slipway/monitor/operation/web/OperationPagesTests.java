package io.slipway.monitor.operation.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.slipway.release.Phase;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseStatus;
import io.slipway.test.FailingJobs;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.Workflow;
import org.camunda.bpm.engine.RepositoryService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of operations over HTTP: who may not, what each page promises, what was typed
 * is kept, and what others see of it.
 */
@SlipwayTest
class OperationPagesTests {

    private static final String WHY = "The network <b>is</b> down.";

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    FailingJobs processes;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    WorkItems workItems;

    @Autowired
    Workflow workflow;

    @Autowired
    RepositoryService repositoryService;

    @Test
    void areForReleaseManagersButTheIndexIsForAll() {
        String key = this.driver.register("Who operates");
        WorkItem item = this.driver.await(key, "complete-plan");
        for (String person : List.of("auditor", "administrator", "deployment-manager")) {
            Visitor visitor = visitor(person);
            Document index = visitor.page(operations(key));
            assertThat(index.select("h1").text()).contains(key);
            assertThat(index.select("main a.btn")).isEmpty();
            for (String page : List.of("/suspend", "/resume", "/move")) {
                assertThat(visitor.get(operations(key) + page).statusCode()).as(page).isEqualTo(403);
                assertThat(visitor.post(operations(key) + page, "reason", "No").statusCode()).isEqualTo(403);
            }
            assertThat(visitor.get("/monitor/models/PlanReleaseProcess/1/migration").statusCode()).isEqualTo(403);
            assertThat(visitor.post("/monitor/models/PlanReleaseProcess/1/migration", "to", "2", "reason", "No")
                .statusCode()).isEqualTo(403);
        }
        assertThat(visitor("release-manager").get("/monitor/releases/NO-1/operations").statusCode()).isEqualTo(404);
        assertThat(this.workItems.get(item.id()).suspended()).isFalse();
    }

    @Test
    void suspendWithAReasonThatEverybodyReads() {
        String key = this.driver.register("Stands still");
        WorkItem item = this.driver.await(key, "complete-plan");
        Visitor manager = visitor("release-manager");
        Document page = manager.page(operations(key) + "/suspend");
        assertThat(page.text()).contains("Complete plan", "timers and jobs stand still");
        HttpResponse<String> refused = manager.post(operations(key) + "/suspend", "reason", "x".repeat(1001));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#reason").text()).hasSize(1001);
        assertThat(manager.post(operations(key) + "/suspend", "reason", WHY).statusCode()).isEqualTo(302);
        assertThat(manager.page(operations(key)).select(".flash").text()).contains(key + " is suspended.");
        HttpResponse<String> twice = manager.post(operations(key) + "/suspend", "reason", "Me too.");
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(twice.body()).text()).contains("Rhea Malik", WHY, "Me too.");

        Document release = manager.page("/releases/" + key);
        assertThat(release.select("#suspended").text()).contains(WHY, "Rhea Malik");
        assertThat(release.text()).as("may I deploy now").contains("Release not suspended");
        assertThat(manager.page("/tasks?view=my-groups&text=" + key).select("tbody .status").text())
            .contains("suspended");
        Document task = manager.page("/tasks/" + item.id());
        assertThat(task.select("#suspended").text()).contains(WHY, "Rhea Malik", "kept");
        assertThat(task.select("button[name=outcome]")).isEmpty();
        HttpResponse<String> decided = manager.post("/tasks/" + item.id(), "outcome", "save", "scope",
                "All that I had typed.", "type", "MINOR", "model", "PHASED", "name", "Stands still", "version",
                "" + this.releases.get(key).version(), "supportDays", "7");
        assertThat(decided.statusCode()).isIn(409, 422);
        assertThat(Jsoup.parse(decided.body()).select("#typed").text()).contains("All that I had typed.");
        assertThat(manager.post("/tasks/" + item.id() + "/claim").statusCode()).isEqualTo(422);

        assertThat(manager.post(operations(key) + "/resume", "reason", "It is up again.").statusCode()).isEqualTo(302);
        assertThat(manager.page("/releases/" + key).select("#suspended")).isEmpty();
        assertThat(manager.page("/tasks/" + item.id()).select("button[name=outcome]")).isNotEmpty();
        Document history = manager.page("/releases/" + key + "/history");
        assertThat(history.text()).contains("Suspended the release", "Resumed the release", WHY);
    }

    @Test
    void cancelThroughTheRecord() {
        String key = this.driver.register("Given up from here");
        this.driver.await(key, "complete-plan");
        Visitor manager = visitor("release-manager");
        assertThat(manager.page(operations(key)).select("a[href='/releases/" + key + "/cancel']")).hasSize(1);
        manager.post(operations(key) + "/suspend", "reason", WHY);
        assertThat(manager.page("/releases/" + key + "/cancel").text()).contains("nothing that the suspension held");
        assertThat(manager.post("/releases/" + key + "/cancel", "reason", "Enough.").statusCode()).isEqualTo(302);
        assertThat(this.releases.get(key).status()).isEqualTo(ReleaseStatus.CANCELLED);
        Document after = manager.page(operations(key));
        assertThat(after.text()).contains("This release has ended", "Nothing runs for this release");
        assertThat(manager.post(operations(key) + "/suspend", "reason", "Late").statusCode()).isEqualTo(409);
    }

    @Test
    void moveATokenInThreeSteps() {
        String key = this.driver.register("Moved by page");
        this.driver.plan(key);
        this.driver.deliverUnits(key);
        WorkItem item = this.driver.await(key, "assess-test-results");
        Visitor manager = visitor("release-manager");
        Document tokens = manager.page(operations(key) + "/move");
        String where = tokens.select("tr:contains(Validate release) a[href*=token]:contains(Where)")
            .stream()
            .map((link) -> link.attr("href"))
            .filter((link) -> !link.isEmpty())
            .findFirst()
            .orElseThrow();
        String spine = tokens.select("tr:has(td:contains(Release life cycle)) a[href*=token]").attr("href");
        assertThat(where).isNotBlank();
        Document targets = manager.page(spine);
        assertThat(targets.select("section[aria-labelledby=refused]").text()).contains("Deploy release",
                "another part of the process");
        String to = targets.select("section[aria-labelledby=allowed] tr:contains(Build package) a").attr("href");
        Document confirm = manager.page(to);
        assertThat(confirm.text()).contains("Assess test results", "Build package");
        String token = confirm.select("input[name=token]").val();
        HttpResponse<String> refused = manager.post(operations(key) + "/move", "token", token, "to",
                "CallActivity_BuildPackage", "reason", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#reason-error").text()).isNotEmpty();
        HttpResponse<String> forbidden = manager.post(operations(key) + "/move", "token", token, "to",
                "CallActivity_AuthoriseChange", "reason", "Skip it.");
        assertThat(forbidden.statusCode()).isEqualTo(422);
        assertThat(this.workItems.get(item.id()).open()).isTrue();
        assertThat(manager
            .post(operations(key) + "/move", "token", token, "to", "CallActivity_BuildPackage", "reason", "Broken.")
            .statusCode()).isEqualTo(302);
        assertThat(this.releases.get(key).phase()).isEqualTo(Phase.BUILD);
        HttpResponse<String> again = manager.post(operations(key) + "/move", "token", token, "to",
                "CallActivity_BuildPackage", "reason", "Broken, too.");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(again.body()).select("#typed").text()).contains("Broken, too.");
    }

    @Test
    void migrateWithAResultForEach() throws IOException {
        String text = new ClassPathResource("models/GrowProcess.bpmn").getContentAsString(StandardCharsets.UTF_8)
            .replace("GrowProcess", "PagedProcess");
        int from = deploy(text);
        this.workflow.start("PagedProcess", "MPG-1", Map.of());
        this.workflow.start("PagedProcess", "MPG-2", Map.of());
        this.processes.complete(this.processes.item("MPG-2", "Task_First"));
        this.processes.item("MPG-2", "Task_Old");
        int to = deploy(text.replace("Task_Old", "Task_New").replace("Old step", "New step"));
        String address = "/monitor/models/PagedProcess/" + from + "/migration";
        Visitor manager = visitor("release-manager");
        Document preview = manager.page(address);
        assertThat(preview.select("select[name=to] option[selected]").val()).isEqualTo("" + to);
        assertThat(preview.text()).contains("Old step", "Nothing chosen");
        assertThat(preview.select("input[name=run]")).hasSize(1);
        Document chosen = manager.page(address + "?to=" + to + "&choice=Task_Old+Task_New");
        List<String> runs = chosen.select("input[name=run]").eachAttr("value");
        assertThat(runs).hasSize(2);
        HttpResponse<String> none = manager.post(address, "to", "" + to, "reason", "Typed why");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(none.body()).select("#reason").text()).isEqualTo("Typed why");
        HttpResponse<String> noReason = manager.post(address, "to", "" + to, "run", runs.get(0), "reason", "");
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(noReason.body()).select("input[name=run][checked]")).hasSize(1);
        assertThat(manager
            .post(address, "to", "" + to, "run", runs.get(0), "run", runs.get(1), "run", "gone", "reason", "Newer.")
            .statusCode()).isEqualTo(302);
        Document results = manager.page(address + "?to=" + to);
        assertThat(results.select(".checklist .met").size() + results.select(".checklist .unmet").size()).isEqualTo(3);
        assertThat(results.select(".checklist .unmet").text()).contains("no migration instruction");
        assertThat(manager.post(address, "to", "" + to, "choice", "Task_Old Task_New", "all", "true", "reason", "All.")
            .statusCode()).isEqualTo(302);
        assertThat(manager.page(address).text()).contains("Nothing runs on this version");
        assertThat(manager.page("/monitor/models/PagedProcess/" + to + "/migration").text())
            .contains("This is the newest version");
    }

    private int deploy(String text) {
        return this.repositoryService.createDeployment()
            .name("paged model")
            .addString("models/PagedProcess.bpmn", text)
            .deployWithResult()
            .getDeployedProcessDefinitions()
            .get(0)
            .getVersion();
    }

    private static String operations(String key) {
        return "/monitor/releases/" + key + "/operations";
    }

    private Visitor visitor(String person) {
        return new Visitor(this.port).signIn(person);
    }

}
