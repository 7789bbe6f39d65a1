package io.slipway.planning.web;

import java.net.http.HttpResponse;

import io.slipway.planning.CurrentPlans;
import io.slipway.planning.ReleasePlan;
import io.slipway.test.ReleaseVisitor;
import io.slipway.test.SlipwayTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The plan is written, saved, submitted and judged in the browser; nothing typed is lost.
 */
@SlipwayTest
class PlanStepTests {

    private static int number;

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlans current;

    private ReleaseVisitor manager;

    private String key = "";

    private String task = "";

    @BeforeEach
    void register() {
        this.manager = new ReleaseVisitor(this.port, "release-manager");
        this.key = "PLANSTEP-" + ++number;
        assertThat(this.manager.register(this.key, "Cards").statusCode()).isEqualTo(302);
        this.task = this.manager.task(this.key, "Complete plan");
    }

    @Test
    void isForReleaseManagersOnly() {
        ReleaseVisitor engineer = new ReleaseVisitor(this.port, "build-engineer");
        assertThat(engineer.plan(this.task, "submit", "version", "0").statusCode()).isEqualTo(403);
        assertThat(plan().revision()).isZero();
    }

    @Test
    void savesAPlanWithGaps() {
        HttpResponse<String> answer = this.manager.plan(this.task, "save", "scope", "Tokens only", "plannedStart", "",
                "approvers", "");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(plan().plan().scope().scope()).isEqualTo("Tokens only");
        assertThat(plan().plan().times().plannedStart()).isNull();
        assertThat(this.manager.page(this.task + "?part=scope").select("textarea[name=scope]").text())
            .isEqualTo("Tokens only");
    }

    @Test
    void refusesToSubmitAPlanWithGapsAndKeepsWhatWasTyped() {
        HttpResponse<String> answer = this.manager.plan(this.task, "submit", "scope", "", "rollbackPlan", "",
                "plannedStart", "", "communicationPlan", "Mail <b>all</b>");
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("[id$=-error]").eachText()).containsExactlyInAnyOrder("Say what the release delivers.",
                "Say when the deployment begins.", "Write down the steps that restore the former baseline.");
        assertThat(page.select("textarea[name=communicationPlan]").text()).isEqualTo("Mail <b>all</b>");
        assertThat(plan().revision()).isZero();
    }

    @Test
    void refusesImpossibleDates() {
        assertThat(
                error(this.manager.plan(this.task, "save", "plannedEnd", ReleaseVisitor.START.minusHours(1).toString()),
                        "plannedEnd"))
            .isEqualTo("The end must be after the start.");
        assertThat(error(
                this.manager.plan(this.task, "submit", "plannedStart", ReleaseVisitor.START.plusYears(3).toString(),
                        "plannedEnd", ReleaseVisitor.START.plusYears(3).plusHours(1).toString()),
                "plannedStart"))
            .isEqualTo("The start lies more than two years ahead.");
        assertThat(error(this.manager.plan(this.task, "save", "plannedStart", "soon"), "plannedStart"))
            .startsWith("Enter a date and time");
    }

    @Test
    void refusesApproversWhoCannotApprove() {
        assertThat(error(this.manager.plan(this.task, "submit", "approvers", "build-engineer"), "approvers"))
            .contains("does not hold the role stakeholder");
        assertThat(error(this.manager.plan(this.task, "submit", "approvers", "nobody-here"), "approvers"))
            .isEqualTo("Nobody has the user name nobody-here.");
        assertThat(error(this.manager.plan(this.task, "submit", "approvers", "release-manager"), "approvers"))
            .isEqualTo("You cannot approve your own plan. Name somebody else.");
    }

    @Test
    void showsBothVersionsOfAPlanThatSomebodyElseChanged() {
        String version = this.manager.page(this.task).select("input[name=version]").val();
        assertThat(this.manager.plan(this.task, "save", "scope", "The first").statusCode()).isEqualTo(303);
        HttpResponse<String> answer = this.manager.plan(this.task, "save", "scope", "The second", "version", version);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.body()).text()).contains("The first").contains("The second");
        assertThat(plan().plan().scope().scope()).isEqualTo("The first");
    }

    @Test
    void goesBackWithTheReasonWhenOneStakeholderRejects() {
        assertThat(this.manager.plan(this.task, "submit", "name", "Cards <script>alert(1)</script>").statusCode())
            .isEqualTo(303);
        assertThat(plan().revision()).isOne();
        String approval = this.manager.task(this.key, "Approve plan");
        ReleaseVisitor stakeholder = new ReleaseVisitor(this.port, "stakeholder");
        Document page = stakeholder.page(approval);
        assertThat(page.text()).contains("Card tokens", "Switch back to the former version", "Cards <script>");
        assertThat(page.select("main script:not([src])")).isEmpty();

        assertThat(error(stakeholder.submit(approval, "outcome", "reject", "reason", " "), "reason"))
            .isEqualTo("Say why you reject the plan, and what must change.");
        assertThat(stakeholder.submit(approval, "outcome", "reject", "reason", "Too close to <i>Christmas</i>")
            .statusCode()).isEqualTo(303);
        String again = this.manager.task(this.key, "Complete plan");
        assertThat(this.manager.page(again).select(".trail-why").eachText()).isNotEmpty()
            .containsOnly("Too close to <i>Christmas</i>");

        assertThat(this.manager.plan(again, "submit", "name", "Payments").statusCode()).isEqualTo(303);
        String second = this.manager.task(this.key, "Approve plan");
        assertThat(stakeholder.page(second).select(".trail-why").text()).contains("Too close to");
        assertThat(stakeholder.submit(second, "outcome", "approve", "reason", "").statusCode()).isEqualTo(303);
        this.manager.task(this.key, "Deliver units");
        assertThat(plan().approved()).isTrue();
        assertThat(plan().plan().scope().name()).isEqualTo("Payments");
    }

    @Test
    void isApprovedByNobodyElseThanThoseNamed() {
        this.manager.plan(this.task, "submit");
        String approval = this.manager.task(this.key, "Approve plan");
        ReleaseVisitor other = new ReleaseVisitor(this.port, "stakeholder-2");
        assertThat(other.submit(approval, "outcome", "approve", "reason", "").statusCode()).isIn(403, 422);
        assertThat(plan().approved()).isFalse();
    }

    private ReleasePlan plan() {
        return this.current.of(this.key);
    }

    private static String error(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.body()).select("#" + field + "-error").text();
    }

}
