package io.slipway.inbox.web;

import java.net.http.HttpResponse;

import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody has typed is found again: on another day, and after the task was taken
 * away.
 */
@SlipwayTest
class DraftTests {

    @LocalServerPort
    int port;

    @Autowired
    SomeRelease releases;

    @Test
    void keepsNoDraftOfSomebodyWhoMayNotSeeTheTask() {
        String task = this.releases.approval(this.releases.submitted("stakeholder"), "stakeholder");
        Visitor stranger = visitor("operations");
        stranger.get("/tasks/" + task);
        assertThat(stranger.post("/tasks/" + task + "/draft", "reason", "Mine").statusCode()).isEqualTo(403);
    }

    @Test
    void restoresADraftInAnotherSessionUntilItIsDiscarded() {
        String task = this.releases.approval(this.releases.submitted("stakeholder"), "stakeholder");
        Visitor stakeholder = visitor("stakeholder");
        stakeholder.get("/tasks/" + task);
        assertThat(stakeholder.post("/tasks/" + task + "/draft", "reason", "Half a thought").statusCode())
            .isEqualTo(303);
        Document page = visitor("stakeholder").page("/tasks/" + task);
        assertThat(page.select("#reason").text()).isEqualTo("Half a thought");
        assertThat(page.select("#draft-note").text()).contains("Your draft is restored");
        stakeholder.get("/tasks/" + task);
        stakeholder.post("/tasks/" + task + "/draft/discard");
        assertThat(stakeholder.page("/tasks/" + task).select("#reason").text()).isEmpty();
    }

    @Test
    void showsADraftToNobodyElse() {
        String task = this.releases.approval(this.releases.submitted("stakeholder"), "stakeholder");
        Visitor stakeholder = visitor("stakeholder");
        stakeholder.get("/tasks/" + task);
        stakeholder.post("/tasks/" + task + "/draft", "reason", "Between me and myself");
        assertThat(visitor("release-manager").get("/tasks/" + task).body()).doesNotContain("Between me and myself");
    }

    @Test
    void savesWhileSomebodyTypesAndSaysWhenItIsTooLate() {
        String key = this.releases.submitted("stakeholder", "stakeholder-2");
        String task = this.releases.approval(key, "stakeholder");
        Visitor stakeholder = visitor("stakeholder");
        stakeholder.get("/tasks/" + task);
        HttpResponse<String> saved = autosave(stakeholder, task, "Typing");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("Draft saved").doesNotContain("<html");
        Visitor other = visitor("stakeholder-2");
        other.get("/tasks/" + this.releases.approval(key, "stakeholder-2"));
        other.post("/tasks/" + this.releases.approval(key, "stakeholder-2"), "outcome", "reject", "reason", "No");
        this.releases.task(key, "Task_CompletePlan", null);
        HttpResponse<String> late = autosave(stakeholder, task, "Typing on");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("withdrawn", "What you typed is kept");
        Document page = stakeholder.page("/tasks/" + task);
        assertThat(page.select("main").text()).contains("Withdrawn");
        assertThat(page.select("#typed").text()).contains("Typing on");
    }

    @Test
    void forgetsADraftWithTheDecision() {
        String task = this.releases.approval(this.releases.submitted("stakeholder"), "stakeholder");
        Visitor stakeholder = visitor("stakeholder");
        stakeholder.get("/tasks/" + task);
        stakeholder.post("/tasks/" + task + "/draft", "reason", "Rather not");
        stakeholder.post("/tasks/" + task, "outcome", "approve", "reason", "Well, yes");
        assertThat(stakeholder.get("/tasks/" + task).body()).doesNotContain("Rather not").contains("Well, yes");
    }

    @Test
    void refusesADraftThatIsTooLong() {
        String task = this.releases.approval(this.releases.submitted("stakeholder"), "stakeholder");
        Visitor stakeholder = visitor("stakeholder");
        stakeholder.get("/tasks/" + task);
        HttpResponse<String> answer = stakeholder.post("/tasks/" + task + "/draft", "reason", "z".repeat(200_001));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("too long to keep", "zzzzzzzz");
    }

    private static HttpResponse<String> autosave(Visitor visitor, String task, String reason) {
        return visitor.post("/tasks/" + task + "/draft?auto", "reason", reason);
    }

    private Visitor visitor(String userName) {
        return new Visitor(this.port).signIn(userName);
    }

}
