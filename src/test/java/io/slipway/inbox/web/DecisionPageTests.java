package io.slipway.inbox.web;

import java.net.http.HttpResponse;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The decision page lets those decide who may, tells the others why not, and loses
 * nothing that anybody typed.
 */
@SlipwayTest
class DecisionPageTests {

    @LocalServerPort
    int port;

    @Autowired
    SomeRelease releases;

    @Autowired
    SomePerson people;

    @Test
    void sendsWhoIsNotSignedInToTheSignInPage() {
        String key = this.releases.submitted("stakeholder");
        HttpResponse<String> answer = new Visitor(this.port)
            .get("/tasks/" + this.releases.approval(key, "stakeholder"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in");
    }

    @Test
    void tellsWhoMayNotSeeATaskWhyAndWhoCan() {
        String task = this.releases.approval(this.releases.submitted("stakeholder"), "stakeholder");
        HttpResponse<String> answer = visitor("operations").get("/tasks/" + task);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(main(answer).text()).contains("You may not see this task", "Stakeholder", "Stella Hoffmann")
            .doesNotContain("New card reader");
    }

    @Test
    void keepsWhatSomebodyTypedWhoMayNotDecide() {
        String task = this.releases.approval(this.releases.submitted("stakeholder"), "stakeholder");
        HttpResponse<String> answer = decide(visitor("operations"), task, "approve", "Looks good to me");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(main(answer).select("#typed").text()).contains("Looks good to me");
    }

    @Test
    void letsAuditorsReadButNotDecide() {
        String task = this.releases.approval(this.releases.submitted("stakeholder"), "stakeholder");
        Visitor auditor = visitor("auditor");
        Document page = auditor.page("/tasks/" + task);
        assertThat(page.select("#verdict").text()).contains("Stakeholder");
        assertThat(page.select("button[name=outcome],#comment,#assignee")).isEmpty();
        HttpResponse<String> answer = decide(auditor, task, "approve", "I would");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(main(answer).select("#typed").text()).contains("I would");
        assertThat(auditor.post("/tasks/" + task + "/comments", "comment", "Hello").statusCode()).isEqualTo(403);
    }

    @Test
    void namesBeforehandThatTheTaskIsWithSomebodyElse() {
        String task = this.releases.approval(this.releases.submitted("stakeholder"), "stakeholder");
        Document page = visitor("stakeholder-2").page("/tasks/" + task);
        assertThat(page.select("#verdict").text()).contains("Stella Hoffmann");
        assertThat(page.select("button[name=outcome]")).isEmpty();
    }

    @Test
    void knowsNoTaskOfAnUnknownId() {
        assertThat(visitor("stakeholder").get("/tasks/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void showsWhatIsAskedAndWhatFollowsBeforeTheForm() {
        String key = this.releases.submitted("stakeholder");
        Document page = visitor("stakeholder").page("/tasks/" + this.releases.approval(key, "stakeholder"));
        assertThat(page.select(".decision-question").text())
            .isEqualTo("Decide whether this release may go ahead as planned.");
        assertThat(page.select(".consequence-yes").text()).contains("the build begins");
        assertThat(page.select(".consequence-no").text()).contains("goes back to the release manager");
        assertThat(page.select("main").text()).containsSubsequence("Decide whether", "Planned time", "Approve the plan",
                "New card reader", "Release at a glance", "Complete plan: submitted", "Rhea Malik");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() {
        String task = this.releases.approval(this.releases.submitted("stakeholder"), "stakeholder");
        Visitor stakeholder = visitor("stakeholder");
        HttpResponse<String> missing = decide(stakeholder, task, "reject", "  ");
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(main(missing).select("#reason-error").text()).isNotBlank();
        HttpResponse<String> tooLong = decide(stakeholder, task, "reject", "x".repeat(2001));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(main(tooLong).select("#reason").text()).hasSize(2001);
    }

    @Test
    void decidesOnceAndTellsTheSlowerWhoWasFaster() {
        String task = this.releases.approval(this.releases.submitted("stakeholder", "stakeholder-2"), "stakeholder");
        Visitor first = visitor("stakeholder");
        Visitor second = visitor("stakeholder");
        second.get("/tasks/" + task);
        assertThat(decide(first, task, "approve", "Fine").statusCode()).isEqualTo(303);
        HttpResponse<String> answer = second.post("/tasks/" + task, "outcome", "reject", "reason", "Wait for legal");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(main(answer).text()).contains("Completed", "approved", "Stella Hoffmann", "Wait for legal");
        Document later = second.page("/tasks/" + task);
        assertThat(later.select("main").text()).contains("Completed", "Fine");
        assertThat(later.select("button[name=outcome]")).isEmpty();
    }

    @Test
    void tellsOfATaskThatWasWithdrawn() {
        String key = this.releases.submitted("stakeholder", "stakeholder-2");
        String task = this.releases.approval(key, "stakeholder");
        Visitor slow = visitor("stakeholder");
        slow.get("/tasks/" + task);
        Visitor fast = visitor("stakeholder-2");
        decide(fast, this.releases.approval(key, "stakeholder-2"), "reject", "No budget");
        this.releases.task(key, "Task_CompletePlan", null);
        HttpResponse<String> answer = slow.post("/tasks/" + task, "outcome", "approve", "reason", "Go ahead");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(main(answer).text()).contains("Withdrawn", "Go ahead");
    }

    @Test
    void showsTypedScriptAsText() {
        String key = this.releases.submitted("stakeholder");
        String script = "<script>alert('x')</script><b>bold</b>";
        decide(visitor("stakeholder"), this.releases.approval(key, "stakeholder"), "reject", script);
        Document page = visitor("release-manager").page("/tasks/" + this.releases.task(key, "Task_CompletePlan", null));
        assertThat(page.select("main").text()).contains(script);
        assertThat(page.select("main script:not([src]), main b:contains(bold)")).isEmpty();
    }

    @Test
    void claimsGivesBackAndTellsWhoWasFaster() {
        String task = this.releases.task(this.releases.registered(), "Task_CompletePlan", null);
        Visitor first = visitor("release-manager");
        Visitor second = visitor(this.people.with(Role.RELEASE_MANAGER));
        second.get("/tasks/" + task);
        first.get("/tasks/" + task);
        assertThat(first.post("/tasks/" + task + "/claim").statusCode()).isEqualTo(303);
        HttpResponse<String> late = second.post("/tasks/" + task + "/claim");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(main(late).text()).contains("Somebody was faster", "Rhea Malik");
        assertThat(first.post("/tasks/" + task + "/unclaim").statusCode()).isEqualTo(303);
        assertThat(second.post("/tasks/" + task + "/claim").statusCode()).isEqualTo(303);
    }

    @Test
    void assignsOnlyToPeopleWhoMayDecide() {
        String key = this.releases.submitted("stakeholder", "stakeholder-2");
        String task = this.releases.approval(key, "stakeholder");
        Visitor manager = visitor("release-manager");
        manager.get("/tasks/" + task);
        HttpResponse<String> twice = manager.post("/tasks/" + task + "/assign", "assignee", "stakeholder-2");
        assertThat(twice.statusCode()).isEqualTo(403);
        assertThat(main(twice).text()).contains("nobody counts twice");
        assertThat(manager.post("/tasks/" + task + "/assign", "assignee", "").statusCode()).isEqualTo(422);
        String other = this.people.with(Role.STAKEHOLDER);
        assertThat(manager.post("/tasks/" + task + "/assign", "assignee", other).statusCode()).isEqualTo(303);
        assertThat(manager.page("/tasks/" + task).select("main").text()).contains("It is with Person " + other);
    }

    @Test
    void putsATaskOffToADateToCome() {
        String task = this.releases.approval(this.releases.submitted("stakeholder"), "stakeholder");
        Visitor stakeholder = visitor("stakeholder");
        stakeholder.get("/tasks/" + task);
        assertThat(stakeholder.post("/tasks/" + task + "/follow-up", "followUpAt", "2001-01-01T10:00").statusCode())
            .isEqualTo(422);
        assertThat(stakeholder.post("/tasks/" + task + "/follow-up", "followUpAt", "2099-12-31T10:00").statusCode())
            .isEqualTo(303);
        assertThat(stakeholder.page("/tasks?view=follow-up").select("a[href*=" + task + "]")).isNotEmpty();
    }

    @Test
    void takesCommentsAndRefusesEmptyOnes() {
        String task = this.releases.approval(this.releases.submitted("stakeholder"), "stakeholder");
        Visitor stakeholder = visitor("stakeholder");
        stakeholder.get("/tasks/" + task);
        assertThat(stakeholder.post("/tasks/" + task + "/comments", "comment", " ").statusCode()).isEqualTo(422);
        HttpResponse<String> tooLong = stakeholder.post("/tasks/" + task + "/comments", "comment", "y".repeat(2001));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(main(tooLong).select("#comment").text()).hasSize(2001);
        stakeholder.post("/tasks/" + task + "/comments", "comment", "Who tells the shops?");
        assertThat(visitor("release-manager").page("/tasks/" + task).select("#comments").text())
            .contains("Stella Hoffmann", "Who tells the shops?");
    }

    private Visitor visitor(String userName) {
        return new Visitor(this.port).signIn(userName);
    }

    private static HttpResponse<String> decide(Visitor visitor, String task, String outcome, String reason) {
        visitor.get("/tasks/" + task);
        return visitor.post("/tasks/" + task, "outcome", outcome, "reason", reason);
    }

    private static Document main(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

}
