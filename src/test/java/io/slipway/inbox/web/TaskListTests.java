package io.slipway.inbox.web;

import java.net.http.HttpResponse;
import java.time.Instant;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The task list shows people what concerns them and nothing else, and lets them take and
 * give several tasks at once.
 */
@SlipwayTest
class TaskListTests {

    @LocalServerPort
    int port;

    @Autowired
    SomeRelease releases;

    @Autowired
    SomePerson people;

    @Test
    void sendsWhoIsNotSignedInToTheSignInPage() {
        assertThat(new Visitor(this.port).get("/tasks").statusCode()).isEqualTo(302);
    }

    @Test
    void showsATaskToItsRoleOnly() {
        String key = this.releases.registered();
        this.releases.task(key, "Task_CompletePlan", null);
        Document mine = visitor("release-manager").page("/tasks?view=my-groups&text=" + key);
        assertThat(mine.select("tbody tr").text()).contains("Complete plan", key, "Plan", "nobody yet");
        Document others = visitor("operations").page("/tasks?view=my-groups&text=" + key);
        assertThat(others.select("tbody tr")).isEmpty();
    }

    @Test
    void saysWhyATaskIsThereAndWhoHasWhatOneAskedFor() {
        String key = this.releases.submitted("stakeholder", "stakeholder-2");
        this.releases.approval(key, "stakeholder");
        assertThat(visitor("stakeholder").page("/tasks?view=mine&text=" + key).select("tbody tr").text())
            .contains("you are named as Stakeholder");
        Document waiting = visitor("release-manager").page("/tasks?view=waiting-for-others&text=" + key);
        assertThat(waiting.select("tbody tr")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(waiting.select("tbody tr").text()).contains("Stella Hoffmann", "Stakeholder, asked by you");
        assertThat(visitor(this.people.with(Role.RELEASE_MANAGER)).page("/tasks?view=waiting-for-others&text=" + key)
            .select("tbody tr")).isEmpty();
        String free = this.releases.registered();
        this.releases.task(free, "Task_CompletePlan", null);
        assertThat(visitor("release-manager").page("/tasks?view=my-groups&text=" + free).select("tbody tr").text())
            .contains("Release manager, unclaimed 0 min");
        assertThat(visitor("release-manager").page("/tasks?view=waiting-for-others&text=" + free).select("tbody tr"))
            .as("what I may take myself")
            .isEmpty();
    }

    @Test
    void opensADecisionBesideTheListForWhoMaySeeIt() {
        String key = this.releases.registered();
        String task = this.releases.task(key, "Task_CompletePlan", null);
        Visitor manager = visitor("release-manager");
        String address = manager.page("/tasks?view=my-groups&text=" + key).select("tbody th a").attr("href");
        assertThat(address).isEqualTo("/tasks?view=my-groups&text=" + key + "&open=" + task);
        Document beside = manager.page(address);
        assertThat(beside.select("h1").eachText()).containsExactly("Complete plan");
        assertThat(beside.select("tr.row-opened a[aria-current]").text()).isEqualTo("Complete plan");
        assertThat(beside.select("#step input[name=return]").val()).isEqualTo("/tasks?view=my-groups&text=" + key);
        assertThat(beside.select(".beside-back a").first().attr("href")).isEqualTo("/tasks?view=my-groups&text=" + key);
        assertThat(visitor("operations").get("/tasks?open=" + task).statusCode()).isEqualTo(403);
        assertThat(manager.get("/tasks?open=nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void saysInEachEmptyViewWhatWouldBeThere() {
        Visitor newcomer = visitor(this.people.with(Role.CONFIGURATION_MANAGER));
        for (String view : new String[] { "mine", "overdue", "due-today", "follow-up", "waiting-for-others",
                "done-by-me" }) {
            Document page = newcomer.page("/tasks?view=" + view);
            assertThat(page.select(".empty-state").text()).as(view).containsAnyOf("appear", "to see it here");
            assertThat(page.select(".tabs a[aria-current]")).hasSize(1);
        }
    }

    @Test
    void opensOldAddressesAndOddOnes() {
        Visitor visitor = visitor("release-manager");
        assertThat(visitor.get("/tasks?view=nonsense&phase=NONSENSE&from=nonsense").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/tasks?text=%2B%2B%22%28%2A%20%3Cscript%3E").body()).doesNotContain("<script>\"");
    }

    @Test
    void claimsSeveralAndTellsWhatBecameOfEach() {
        String free = this.releases.task(this.releases.registered(), "Task_CompletePlan", null);
        String taken = this.releases.task(this.releases.registered(), "Task_CompletePlan", null);
        Visitor manager = visitor("release-manager");
        manager.get("/tasks/" + taken);
        manager.post("/tasks/" + taken + "/claim");
        Visitor other = visitor(this.people.with(Role.RELEASE_MANAGER));
        other.get("/tasks");
        HttpResponse<String> answer = other.post("/tasks", "act", "claim", "task", free, "task", taken, "task",
                "unknown", "return", "/tasks?view=my-groups");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/tasks?view=my-groups");
        Document page = other.page("/tasks?view=my-groups");
        assertThat(page.select("[role=status] .met").text()).contains("It is yours now");
        assertThat(page.select("[role=status] .unmet").text()).contains("Rhea Malik was faster",
                "There is no such task");
    }

    @Test
    void assignsSeveralOnlyForThoseWhoMay() {
        String task = this.releases.task(this.releases.registered(), "Task_CompletePlan", null);
        Visitor stranger = visitor("operations");
        stranger.get("/tasks");
        stranger.post("/tasks", "act", "assign", "task", task, "assignee", "operations");
        assertThat(stranger.page("/tasks").select("[role=status] .unmet").text()).contains("You may not see this task");
        String colleague = this.people.with(Role.RELEASE_MANAGER);
        Visitor manager = visitor("release-manager");
        manager.get("/tasks");
        manager.post("/tasks", "act", "assign", "task", task, "assignee", colleague);
        assertThat(manager.page("/tasks").select("[role=status] .met").text()).contains("Person " + colleague);
        assertThat(visitor(colleague).page("/tasks").select("a[href*=" + task + "]")).isNotEmpty();
    }

    @Test
    void asksToChooseSomethingFirst() {
        Visitor manager = visitor("release-manager");
        manager.get("/tasks");
        HttpResponse<String> answer = manager.post("/tasks", "act", "claim", "return",
                "/tasks?view=OVERDUE&text=a%26b");
        assertThat(answer.statusCode()).isEqualTo(422);
        Document list = Jsoup.parse(answer.body());
        assertThat(list.text()).contains("Choose at least one task");
        assertThat(list.select("#text").val()).isEqualTo("a&b");
        assertThat(manager.post("/tasks", "act", "claim", "return", "/tasks?text=%zz").statusCode()).isEqualTo(422);
    }

    @Test
    void returnsToNoForeignAddress() {
        Visitor manager = visitor("release-manager");
        manager.get("/tasks");
        for (String evil : new String[] { "//evil.example", "https://evil.example", "/\\evil.example" }) {
            HttpResponse<String> answer = manager.post("/tasks", "act", "claim", "task", "unknown", "return", evil);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/tasks");
        }
    }

    @Test
    void announcesWhatHasComeAndStaysSilentOtherwise() {
        Visitor manager = visitor("release-manager");
        long since = Instant.now().toEpochMilli();
        this.releases.task(this.releases.registered(), "Task_CompletePlan", null);
        HttpResponse<String> news = manager.get("/tasks/news?since=" + since);
        assertThat(news.body()).containsPattern("new tasks? ha(s|ve) come").doesNotContain("<html");
        Awaitility.await("until no job of another test brings a task in between").until(() -> {
            String tag = manager.get("/tasks/news?since=" + since).headers().firstValue("ETag").orElseThrow();
            return manager.get("/tasks/news?since=" + since, "If-None-Match", tag).statusCode() == 304;
        });
        assertThat(visitor("auditor").get("/tasks/news?since=" + since).body()).doesNotContain("come");
    }

    private Visitor visitor(String userName) {
        return new Visitor(this.port).signIn(userName);
    }

}
